using System.Collections.Generic;
using System.Threading.Tasks;

namespace ScEdge.Playground.Networks;

/// <summary>Places beside this browser where images are read.</summary>
public interface IRemoteDigits
{
    /// <summary>Gets the places.</summary>
    IReadOnlyList<RemotePlace> Places { get; }

    /// <summary>Has images read.</summary>
    /// <exception cref="Input.InputException">It is refused, in a sentence.</exception>
    Task<DrawAnswer> ReadAsync(DrawRequest request);
}

/// <summary>A place where images are read.</summary>
/// <param name="Name">Its name in an address.</param>
/// <param name="Title">What it is called in a list.</param>
/// <param name="Words">Where it reads, as a sentence goes on with it.</param>
/// <param name="Readings">How many readings it makes at a time.</param>
public sealed record RemotePlace(string Name, string Title, string Words, int Readings);
