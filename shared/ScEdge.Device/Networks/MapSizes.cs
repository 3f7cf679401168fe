using ScEdge.Stochastic.Passes;

namespace ScEdge.Device.Networks
{
    /// <summary>
    /// How much room the maps and circuits of a network need. Product layers take turns with two maps, the first of which holds the image.
    /// </summary>
    internal struct MapSizes
    {
        /// <summary>Numbers of the map that holds the image and what every second product layer gives.</summary>
        public int Even;

        /// <summary>Numbers of the other one.</summary>
        public int Odd;

        /// <summary>Most inputs of a product layer.</summary>
        public int MostInputs;

        /// <summary>Most weights of a layer that is not dense, or of a part of it where they are streamed.</summary>
        public int MostWeights;

        /// <summary>Most weights and sums of the outputs that are computed at a time where weights are streamed.</summary>
        public int PartWeights, PartOutputs;

        /// <summary>Most biases of a layer.</summary>
        public int MostBiases;

        /// <summary>Weights and biases of all layers.</summary>
        public int Parameters;

        /// <summary>Looks through the layers of a plan.</summary>
        public MapSizes(NetworkPlan plan)
        {
            Even = plan.Pixels;
            Odd = 0;
            MostInputs = 0;
            MostWeights = 0;
            PartWeights = 0;
            PartOutputs = 0;
            MostBiases = 0;
            Parameters = 0;
            bool isOdd = false;
            for (int i = 0; i < plan.LayerCount; i++)
            {
                if (!plan.Layers[i].IsProduct)
                {
                    continue;
                }

                WindowShape shape = plan.Layers[i].Shape;
                int outputs = plan.IsStreamed ? plan.Layers[i].OutputsInRoom(plan.Room) : shape.Outputs;
                isOdd = !isOdd;
                int numbers = Numbers(plan, plan.Layers[i]);
                Odd = isOdd ? Larger(Odd, numbers) : Odd;
                Even = isOdd ? Even : Larger(Even, numbers);
                MostInputs = Larger(MostInputs, shape.InputCount);
                MostWeights = shape.IsDense ? MostWeights : Larger(MostWeights, outputs * shape.Taps);
                PartWeights = Larger(PartWeights, outputs * shape.Taps);
                PartOutputs = Larger(PartOutputs, outputs * shape.Positions);
                MostBiases = Larger(MostBiases, shape.Outputs);
                Parameters += shape.Outputs * (shape.Taps + 1);
            }
        }

        /// <summary>
        /// Returns the room of a layer's outputs: those of a part as they are, and before them the maxima of the parts done. Where weights are
        /// streamed, parts have a room of their own.
        /// </summary>
        private static int Numbers(NetworkPlan plan, NetworkLayer layer)
        {
            int atATime = plan.IsStreamed && layer.LastJoined > 0 ? 0 : layer.OutputsAtATime(plan.Parts);
            NetworkLayer pooled = plan.Layers[layer.LastJoined];
            return (atATime * layer.Shape.Positions) + (layer.LastJoined == 0 ? 0 : (layer.Channels - atATime) * pooled.Height * pooled.Width);
        }

        private static int Larger(int one, int other)
        {
            return one > other ? one : other;
        }
    }
}
