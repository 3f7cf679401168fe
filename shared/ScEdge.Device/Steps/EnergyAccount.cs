using ScEdge.Protocol.Messages;

namespace ScEdge.Device.Steps
{
    /// <summary>
    /// Energy by component: counts times the cost of one operation, in integers.
    /// </summary>
    internal static class EnergyAccount
    {
        // Component of each count, in the order of CountKind.
        private static readonly byte[] Components =
        {
            (byte)EnergyComponent.Generator, (byte)EnergyComponent.Generator, (byte)EnergyComponent.Set, (byte)EnergyComponent.Set,
            (byte)EnergyComponent.Reset, (byte)EnergyComponent.Read, (byte)EnergyComponent.Generator, (byte)EnergyComponent.Register,
            (byte)EnergyComponent.Generator, (byte)EnergyComponent.Logic, (byte)EnergyComponent.Logic, (byte)EnergyComponent.Logic,
            (byte)EnergyComponent.Counter, (byte)EnergyComponent.Counter, (byte)EnergyComponent.Register, (byte)EnergyComponent.Register,
        };

        /// <summary>Computes the energies; one beyond 64 bits is held at the largest value.</summary>
        /// <param name="counts">Counts in the order of <see cref="CountKind"/>.</param>
        /// <param name="costs">Costs in the same order; aJ.</param>
        /// <param name="attojoules">Receives the energies in the order of <see cref="EnergyComponent"/>; aJ.</param>
        public static void Compute(long[] counts, long[] costs, long[] attojoules)
        {
            for (int i = 0; i < attojoules.Length; i++)
            {
                attojoules[i] = 0;
            }

            for (int i = 0; i < counts.Length; i++)
            {
                int component = Components[i];
                attojoules[component] = Sum(attojoules[component], Product(counts[i], costs[i]));
            }
        }

        /// <summary>Adds two energies, held at the largest value.</summary>
        public static long Sum(long one, long other)
        {
            return one > long.MaxValue - other ? long.MaxValue : one + other;
        }

        private static long Product(long count, long cost)
        {
            return cost != 0 && count > long.MaxValue / cost ? long.MaxValue : count * cost;
        }
    }
}
