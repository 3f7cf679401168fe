namespace ScEdge.Silicon.Power;

/// <summary>What nets and cells did in the recorded time of one phase.</summary>
/// <param name="Ticks">Recorded time; ticks of the simulation.</param>
/// <param name="Rises">Changes from 0 to 1 of every net.</param>
/// <param name="Falls">Changes from 1 to 0.</param>
/// <param name="StateTicks">Time of every cell in each of its states (<see cref="Liberty.BooleanFunction"/>); ticks.</param>
public sealed record SwitchingActivity(long Ticks, long[] Rises, long[] Falls, long[][] StateTicks)
{
    /// <summary>Returns the changes of a net; 0 for a pin without one.</summary>
    public long Toggles(int net) => net < 0 ? 0 : Rises[net] + Falls[net];
}
