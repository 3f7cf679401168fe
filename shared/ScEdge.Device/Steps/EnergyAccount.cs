using ScEdge.Protocol.Messages;

namespace ScEdge.Device.Steps
{
    /// <summary>
    /// Energy by component: counts times the cost of one operation, in integers.
    /// </summary>
    internal static class EnergyAccount
    {
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
                int component = (int)ComponentOf((CountKind)i);
                attojoules[component] = Sum(attojoules[component], Product(counts[i], costs[i]));
            }
        }

        /// <summary>Adds two energies, held at the largest value.</summary>
        public static long Sum(long one, long other)
        {
            return one > long.MaxValue - other ? long.MaxValue : one + other;
        }

        private static EnergyComponent ComponentOf(CountKind kind)
        {
            switch (kind)
            {
                case CountKind.SetPulses:
                case CountKind.SetEvents:
                    return EnergyComponent.Set;
                case CountKind.ResetPulses:
                    return EnergyComponent.Reset;
                case CountKind.Reads:
                    return EnergyComponent.Read;
                case CountKind.AndOperations:
                case CountKind.XnorOperations:
                case CountKind.MuxOperations:
                    return EnergyComponent.Logic;
                case CountKind.CounterIncrements:
                case CountKind.CounterDecrements:
                    return EnergyComponent.Counter;
                case CountKind.Saturations:
                case CountKind.RegisterReads:
                case CountKind.RegisterWrites:
                    return EnergyComponent.Register;
                default:
                    return EnergyComponent.Generator;
            }
        }

        private static long Product(long count, long cost)
        {
            return cost != 0 && count > long.MaxValue / cost ? long.MaxValue : count * cost;
        }
    }
}
