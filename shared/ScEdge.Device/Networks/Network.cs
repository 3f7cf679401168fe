using ScEdge.Device.Configurations;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Device.Networks
{
    /// <summary>
    /// The network in force: its layers on the registers of the configuration, or on weights that are
    /// streamed, their generators, two maps, the image.
    /// </summary>
    public sealed class Network
    {
        internal const int PixelFractionBits = 12;

        /// <summary>The requests that made it.</summary>
        public readonly ConfigurationRecord Record = new ConfigurationRecord(ConfigurationRecord.NetworkCapacity);

        /// <summary>The layers in order.</summary>
        public readonly NetworkLayer[] Layers;

        /// <summary>The layers that multiply, in order.</summary>
        public readonly ProductStage[] Stages;

        /// <summary>Lengths, source and seed of the streams.</summary>
        public readonly PassSettings Passes;

        /// <summary>Parts in which the outputs of convolutions before a pooling are computed.</summary>
        public readonly int Parts;

        /// <summary>Computes a product layer.</summary>
        public readonly IProductCircuit Circuit;

        /// <summary>Channels, rows and columns of an image.</summary>
        public readonly int Channels, Height, Width;

        /// <summary>Pixels of the image.</summary>
        public readonly byte[] Image;

        /// <summary>The maps, in turn inputs and outputs of a product layer; none where weights are streamed.</summary>
        public readonly int[][] Maps = new int[2][];

        /// <summary>Images under way and the weights that come for them; null where the registers are on the board.</summary>
        public readonly WeightPass Pass;

        private readonly short[] pixelValues = new short[256];

        /// <summary>Makes everything that a plan asks for; its memory was counted before.</summary>
        public Network(NetworkPlan plan, ConfigurationRecord record, Configuration configuration)
        {
            Record.CopyFrom(record);
            Passes = plan.Passes;
            Parts = plan.Parts;
            Channels = plan.Images.Channels;
            Height = plan.Images.Height;
            Width = plan.Images.Width;
            Image = new byte[plan.Pixels];
            FillPixelValues(plan.Images.Scale, plan.Images.Shift);
            Layers = new NetworkLayer[plan.LayerCount];
            int products = 0;
            for (int i = 0; i < Layers.Length; i++)
            {
                Layers[i] = plan.Layers[i];
                products += Layers[i].IsProduct ? 1 : 0;
            }

            Stages = new ProductStage[products];
            MapSizes sizes = new MapSizes(plan);
            if (plan.IsStreamed)
            {
                Pass = new WeightPass(plan, sizes, this);
            }
            else
            {
                Maps[0] = new int[sizes.Even];
                Maps[1] = new int[sizes.Odd];
            }

            Circuit = Passes.HasOwnBits
                ? new StreamProduct(Passes.ForwardLength, sizes.MostInputs)
                : (IProductCircuit)new LevelProduct(Passes.ForwardLength, sizes.MostInputs, sizes.MostWeights);
            MakeStages(plan, configuration);
        }

        /// <summary>Gets or sets the pixels that have arrived without a gap.</summary>
        public int Received { get; set; }

        /// <summary>Gets or sets the images read.</summary>
        public uint Images { get; set; }

        /// <summary>Gets the classes.</summary>
        public int Classes
        {
            get { return Layers[Layers.Length - 1].Channels; }
        }

        /// <summary>Gets the multiplications of an image.</summary>
        public long Products
        {
            get
            {
                long products = 0;
                for (int i = 0; i < Stages.Length; i++)
                {
                    products += Stages[i].Layer.Shape.Products;
                }

                return products;
            }
        }

        /// <summary>Gets the exponent of the unit of what <see cref="LoadImage"/> gives.</summary>
        public static int PixelUnit
        {
            get { return -PixelFractionBits; }
        }

        /// <summary>Makes the first map of the image.</summary>
        /// <param name="map">Receives it.</param>
        public void LoadImage(int[] map)
        {
            for (int i = 0; i < Image.Length; i++)
            {
                map[i] = pixelValues[Image[i]];
            }
        }

        /// <summary>Rounds scale x pixel + shift to its fraction bits, halves to even.</summary>
        private void FillPixelValues(double scale, double shift)
        {
            for (int pixel = 0; pixel < pixelValues.Length; pixel++)
            {
                double value = ((pixel * scale) + shift) * (1 << PixelFractionBits);
                int whole = (int)value;
                whole = whole > value ? whole - 1 : whole;
                double rest = value - whole;
                bool isUp = rest > 0.5 || (rest == 0.5 && (whole & 1) != 0);
                pixelValues[pixel] = (short)(isUp ? whole + 1 : whole);
            }
        }

        private void MakeStages(NetworkPlan plan, Configuration configuration)
        {
            CellBank bank = null;
            OperationCounts repeated = new OperationCounts();
            int stage = 0;
            for (int i = 0; i < Layers.Length; i++)
            {
                if (!Layers[i].IsProduct)
                {
                    continue;
                }

                uint tensor = Layers[i].Streamed == null ? configuration.Identities[Layers[i].Weights] : Layers[i].Streamed.Identity;
                OperandSource[] sources = new OperandSource[2];
                for (int operand = 0; operand < sources.Length; operand++)
                {
                    uint number = PassKey.BankNumber(tensor, (PassOperand)operand);
                    bank = plan.HasCells ? new CellBank(plan.Cells, plan.Cells.Lanes, number, bank) : null;
                    sources[operand] = new OperandSource(Passes, bank, PassKey.InferenceStream, tensor, (PassOperand)operand);
                }

                Stages[stage] = Pass == null
                    ? new ProductStage(Layers[i], configuration, sources[0], sources[1], repeated)
                    : new ProductStage(Layers[i], Pass, plan.Room, sources[0], sources[1], repeated);
                stage++;
            }
        }
    }
}
