namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// What a state image holds (hw-docs/protocol.md).
    /// </summary>
    public enum StateImageKind
    {
        /// <summary>All that the next step depends on: registers, their scales, age and memory of the cells, number of steps.</summary>
        Full = 0,

        /// <summary>The weight registers alone; everything else stays as it is.</summary>
        Weights = 1,
    }
}
