namespace ScEdge.Architecture.Tests.Nano;

/// <summary>Names that the C# compiler gives to what it writes itself.</summary>
internal static class CompilerType
{
    /// <summary>Holds the bytes of static tables and, at times, routines.</summary>
    public const string PrivateDetails = "<PrivateImplementationDetails>";
}
