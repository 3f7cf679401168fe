using ScEdge.Input;
using ScEdge.Link.Addresses;

namespace ScEdge.Link.Watching;

/// <summary>The program that has a port which another one needs.</summary>
public static class PortHolder
{
    /// <summary>Has a program that gives way, such as a monitor, let the port go.</summary>
    /// <exception cref="InputException">A program has the port that does not give way.</exception>
    public static void Ask(PortAddress address)
    {
        using LineWatch? watch = LineWatch.TryOpen(address);
        if (watch is not null && !(watch.Host.GivesWay && watch.AskToLetGo()))
        {
            throw new InputException(
                $"{address} is in use by {watch.Host.Name}: end it or choose another port; scedge monitor shows what it does.");
        }
    }
}
