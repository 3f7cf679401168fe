namespace ScEdge.Device.States
{
    /// <summary>
    /// Who keeps hold of parts of the state while it works: what it holds must go before what takes its place is made, for both together need not
    /// fit in memory.
    /// </summary>
    public interface IStateUser
    {
        /// <summary>Forgets the configuration, its tensors and what is under way with them.</summary>
        void LeaveConfiguration();

        /// <summary>Forgets the network and the image under way.</summary>
        void LeaveNetwork();
    }
}
