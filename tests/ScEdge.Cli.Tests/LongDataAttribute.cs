using System.Collections.Generic;
using System.Reflection;
using ScEdge.Rtl.Tests;
using Xunit.Sdk;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Values of a theory that are looked at where long tests run: more of a kind that one line of data shows everywhere.
/// </summary>
internal sealed class LongDataAttribute : DataAttribute
{
    private readonly object[] _values;

    public LongDataAttribute(params object[] values)
    {
        _values = values;
        Skip = LongTests.Missing;
    }

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [_values];
}
