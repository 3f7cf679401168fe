namespace ScEdge.Playground.Streams;

/// <summary>The circuit that two streams meet in.</summary>
public enum Gate
{
    /// <summary>Product of two numbers of 0 to 1.</summary>
    And,

    /// <summary>Product of two numbers of -1 to 1.</summary>
    Xnor,

    /// <summary>Sum that saturates.</summary>
    Or,

    /// <summary>Difference without sign, of nested streams.</summary>
    Xor,

    /// <summary>Sum by a multiplexer with a fair select stream.</summary>
    Mux,

    /// <summary>Sum by a toggle flip-flop.</summary>
    Toggle,

    /// <summary>Quotient of nested streams by a multiplexer and a flip-flop.</summary>
    Divide,
}
