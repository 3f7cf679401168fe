using ScEdge.Nano.Tests.Vectors.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Nano.Tests.Vectors
{
    /// <summary>
    /// The circuits by which a board reads: levels of shared sequences, and every layer from every source.
    /// </summary>
    public static class CircuitVectors
    {
        private static readonly string[] Names = { "own cells", "shared cells", "lfsr", "sobol", "ramp", "own generators" };

        /// <summary>Runs the cases.</summary>
        public static void Run(VectorLog log)
        {
            uint[] levels = { 2141858757, 2246901033, 93928959, 4086817631 };
            for (int source = 1; source <= levels.Length; source++)
            {
                log.Check("levels, " + Names[source], levels[source - 1], Levels((StreamSource)source));
            }

            // By source, each of 16, 32 and 64 bits.
            uint[] padded =
            {
                4118727748, 2369835376, 665172308,
                1892640823, 1717983084, 2118842857,
                4245709296, 3994979378, 4184376591,
                4009975775, 1258688085, 1045816645,
                1041223833, 3654229115, 3951182683,
                3783814834, 3010477446, 2929546162,
            };
            uint[] plain =
            {
                3607118906, 2655024644, 3854994252,
                3345764717, 1482862425, 2616906200,
                2667851321, 361576918, 56858973,
                1836055038, 2716563339, 3113651026,
                3343612238, 2256478347, 959806519,
                4077056499, 4086079457, 752776505,
            };
            uint[] dense =
            {
                2109860871, 3117830325, 3412194723,
                1612636555, 1320786573, 654381135,
                1143068326, 2395368183, 2916140125,
                3807334645, 3886765607, 3965667809,
                3392804816, 1450266823, 3269333660,
                426167623, 886763837, 1103435131,
            };
            uint[] oneWindow =
            {
                1702009944, 3598219730, 907435192,
                58683912, 487622133, 4236770904,
                2853432370, 1669628268, 2419528741,
                62661820, 394515748, 2429219336,
                1607688470, 1825516132, 2532347375,
                4219110008, 2221721810, 1851427744,
            };
            Layers(log, "convolution with padding", padded, new WindowShape(2, 6, 5, 3, 3, 3, 1), -1738);
            Layers(log, "convolution", plain, new WindowShape(3, 7, 7, 4, 5, 5, 0), 0);
            Layers(log, "one window with padding", oneWindow, new WindowShape(4, 2, 2, 3, 4, 4, 1), 911);
            Layers(log, "dense layer", dense, new WindowShape(40, 1, 1, 10, 1, 1, 0), 0);
            log.Check("pooling in place", 4161006490, Pooled());
        }

        private static void Layers(VectorLog log, string name, uint[] digests, WindowShape shape, int background)
        {
            for (int i = 0; i < digests.Length; i++)
            {
                int source = i / 3;
                int length = 16 << (i % 3);
                log.Check(
                    name + ", " + Names[source] + ", " + length.ToString(),
                    digests[i],
                    new CircuitScene((StreamSource)source, length, shape, background).Run());
            }
        }

        private static Digest Levels(StreamSource source)
        {
            Digest digest = new Digest();
            OperationCounts counts = new OperationCounts();
            RandomSequence sequence = PassStreams.Sequence(source, PassOperand.ForwardWeight);
            SequenceLevels levels = new SequenceLevels(sequence.Length);
            levels.Begin(sequence, 4000000000u, counts);
            digest.Add(levels.Order);
            digest.Add(levels.Ranks);
            for (uint probability = 0; probability <= 65536; probability += 512)
            {
                digest.Add(levels.Of(probability));
            }

            digest.Add(counts);
            return digest;
        }

        private static Digest Pooled()
        {
            int[] map = PassStreams.Numbers(3 * 5 * 7, 20);
            MapLayers.PoolInPlace(map, 0, 3, 5, 7);
            MapLayers.Rectify(map, 0, 3 * 2 * 3);
            Digest digest = new Digest();
            for (int i = 0; i < 3 * 2 * 3; i++)
            {
                digest.Add(map[i]);
            }

            return digest;
        }
    }
}
