namespace ScEdge.Architecture.Tests.Nano;

/// <summary>One breach of the chip's subset.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Place">Type, or type and member, or these and the offset in the IL.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record NanoFinding(string Rule, string Place, string Message)
{
    public override string ToString() => $"{Place}: {Message} [{Rule}]";
}
