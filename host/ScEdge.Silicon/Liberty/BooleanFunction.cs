using System;

namespace ScEdge.Silicon.Liberty;

/// <summary>A Boolean expression over the state of a cell: the values of its inputs and of its flip-flop.</summary>
/// <remarks>A state is a number whose bit i is the value of variable i of <see cref="LibertyCell.Variables"/>.</remarks>
public abstract record BooleanFunction
{
    /// <summary>Returns the value in a state.</summary>
    public abstract bool In(int state);

    /// <summary>Returns the expression in Verilog.</summary>
    /// <param name="variable">The name of a variable.</param>
    public abstract string ToVerilog(Func<int, string> variable);
}

/// <summary>0 or 1.</summary>
internal sealed record ConstantFunction(bool Value) : BooleanFunction
{
    public override bool In(int state) => Value;

    public override string ToVerilog(Func<int, string> variable) => Value ? "1'b1" : "1'b0";
}

/// <summary>A variable.</summary>
internal sealed record VariableFunction(int Index) : BooleanFunction
{
    public override bool In(int state) => ((state >> Index) & 1) != 0;

    public override string ToVerilog(Func<int, string> variable) => variable(Index);
}

/// <summary>The opposite.</summary>
internal sealed record NotFunction(BooleanFunction Of) : BooleanFunction
{
    public override bool In(int state) => !Of.In(state);

    // Verilog has no operator of one operand behind another.
    public override string ToVerilog(Func<int, string> variable) =>
        Of is NotFunction ? $"~({Of.ToVerilog(variable)})" : "~" + Of.ToVerilog(variable);
}

/// <summary>Two, joined by one of &amp;, | and ^.</summary>
internal sealed record JoinedFunction(char Sign, BooleanFunction Left, BooleanFunction Right) : BooleanFunction
{
    public override bool In(int state) => Sign switch
    {
        '&' => Left.In(state) && Right.In(state),
        '|' => Left.In(state) || Right.In(state),
        _ => Left.In(state) ^ Right.In(state),
    };

    public override string ToVerilog(Func<int, string> variable) => $"({Left.ToVerilog(variable)} {Sign} {Right.ToVerilog(variable)})";
}
