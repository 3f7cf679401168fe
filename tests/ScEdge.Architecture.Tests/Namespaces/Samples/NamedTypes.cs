using System;
using System.Collections.Generic;
using System.Diagnostics;
using ScEdge.Architecture.Tests.Namespaces.Samples.Named;

// A namespace for each way to name a type of another one, so that a way that is overlooked shows by its name.

namespace ScEdge.Architecture.Tests.Namespaces.Samples.Named
{
    internal interface IContract;

    internal enum Choice
    {
        First,
        Second,
    }

    internal class Thing
    {
        public static int Count() => 0;
    }

    internal sealed class Fault : Exception;

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class MarkAttribute : Attribute;
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsArray
{
    internal static class Sample
    {
        public static int Length(ref Thing[] things) => things.Length;
    }
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsAttribute
{
    [Mark]
    internal static class Sample;
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsAttributeArgument
{
    [DebuggerTypeProxy(typeof(Thing))]
    internal static class Sample;
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsAttributeOfAResult
{
    internal static class Sample
    {
        [return: Mark]
        public static int Zero() => 0;
    }
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsBase
{
    internal sealed class Sample : Thing;
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsBoxedArgument
{
    internal static class Sample
    {
        [InlineData(Choice.Second)]
        public static void Take(object value) => GC.KeepAlive(value);
    }
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsCaught
{
    internal static class Sample
    {
        public static bool Fails(Action action)
        {
            try
            {
                action();
                return false;
            }
            catch (Fault)
            {
                return true;
            }
        }
    }
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsConstraintOfAMethod
{
    internal static class Sample
    {
        public static int Zero<T>(T value)
            where T : IContract => 0;
    }
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsConstraintOfAType
{
    internal sealed class Sample<T>
        where T : IContract;
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsContract
{
    internal sealed class Sample : IContract;
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsField
{
    internal sealed class Sample
    {
        public Thing? Held;
    }
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsGenericArgument
{
    internal static class Sample
    {
        public static bool IsOne(object value) => value is Dictionary<string, List<Thing>>;
    }
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsListOfArguments
{
    internal static class Sample
    {
        [InlineData(1, typeof(Thing))]
        public static void Take(int first, Type second) => GC.KeepAlive(second);
    }
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsLocal
{
    internal static class Sample
    {
        public static int Zero()
        {
            Choice choice = default;
            return Read(ref choice);
        }

        private static int Read<T>(ref T value) => value is null ? 1 : 0;
    }
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsNamedArgument
{
    [DebuggerDisplay("", Target = typeof(Thing))]
    internal static class Sample;
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsOwnerOfACall
{
    internal static class Sample
    {
        public static int Count() => Thing.Count();
    }
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsPattern
{
    internal static class Sample
    {
        public static readonly Func<object, bool> IsOne = value => value is Thing;
    }
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.AsTypeof
{
    internal static class Sample
    {
        public static Type Type() => typeof(Thing);
    }
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.Unseen.Constant
{
    internal static class Sample
    {
        public const int Value = (int)Choice.Second;
    }
}

namespace ScEdge.Architecture.Tests.Namespaces.Samples.Unseen.NameOf
{
    internal static class Sample
    {
        public const string Value = nameof(Thing);
    }
}
