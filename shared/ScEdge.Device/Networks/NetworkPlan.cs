using ScEdge.Device.Configurations;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Serialization;

namespace ScEdge.Device.Networks
{
    /// <summary>
    /// A network as it was asked for: read, checked against the registers in force and its memory counted before anything is made.
    /// </summary>
    public sealed class NetworkPlan
    {
        private readonly MessageReader reader = new MessageReader();
        private readonly AddLayerRequest layer = new AddLayerRequest();
        private AddStreamedLayerRequest streamed;
        private long parameters;
        private readonly ApplyNetworkRequest settings = new ApplyNetworkRequest();
        private readonly LayerCheck check = new LayerCheck();

        /// <summary>The images that it reads.</summary>
        public readonly BeginNetworkRequest Images = new BeginNetworkRequest();

        /// <summary>The layers in order.</summary>
        public readonly NetworkLayer[] Layers = new NetworkLayer[MessageLimits.Layers];

        /// <summary>Gets the number of layers.</summary>
        public int LayerCount { get; private set; }

        /// <summary>Gets lengths, source and seed of the streams; null before they were given.</summary>
        public PassSettings Passes { get; private set; }

        /// <summary>Gets what the cells are, where cells take part.</summary>
        public CellBankSettings Cells { get; private set; }

        /// <summary>
        /// Gets or sets the parts in which the outputs of convolutions before a pooling are computed: more take less memory and more time.
        /// </summary>
        public int Parts { get; set; }

        /// <summary>Gets whether the host streams the weights; otherwise they are registers of the configuration.</summary>
        public bool IsStreamed { get; private set; }

        /// <summary>Gets or sets the weights of some outputs that are kept where they are streamed: more take more memory and less time.</summary>
        public int Room { get; set; }

        /// <summary>Gets or sets the images that are held where weights are streamed.</summary>
        public int ImagesInFlight { get; set; }

        /// <summary>Gets or sets the most registers that one message carries.</summary>
        public int FrameValues { get; set; }

        /// <summary>Gets whether cells make the bits, or generators that are like cells without imperfections.</summary>
        public bool HasCells
        {
            get { return Passes.HasOwnBits || Passes.Source == StreamSource.SharedCells; }
        }

        /// <summary>Gets the pixels of an image.</summary>
        public int Pixels
        {
            get { return Images.Channels * Images.Height * Images.Width; }
        }

        /// <summary>Reads a record.</summary>
        /// <param name="record">The requests.</param>
        /// <param name="configuration">The registers in force.</param>
        /// <returns>What cannot be used, in one sentence, or null.</returns>
        public string Read(ConfigurationRecord record, Configuration configuration)
        {
            LayerCount = 0;
            Parts = 1;
            Passes = null;
            IsStreamed = false;
            parameters = 0;
            string problem = null;
            int position = 0;
            while (problem == null && position < record.Length)
            {
                position = record.Read(position, reader);
                problem = position == 0 ? "The record of the network is damaged." : ReadEntry(configuration);
            }

            return problem;
        }

        /// <summary>Returns what keeps a record that was read from being applied, in one sentence, or null.</summary>
        public string CompletenessProblem()
        {
            NetworkLayer last = LayerCount == 0 ? null : Layers[LayerCount - 1];
            if (last == null || last.Kind != LayerKind.Dense || last.Channels < 2 || last.Channels > MessageLimits.Classes)
            {
                return "The last layer of a network must be dense, with 2 to 48 classes as outputs.";
            }

            return Passes == null ? "The network has no settings of its streams."
                : CanOverflow() ? "A layer has too many inputs for sums of such long streams: shorten the streams."
                : null;
        }

        private bool CanOverflow()
        {
            for (int i = 0; i < LayerCount; i++)
            {
                if (Layers[i].IsProduct && (long)Layers[i].Shape.Taps * Passes.ForwardLength > SumUnit.MostOnes)
                {
                    return true;
                }
            }

            return false;
        }

        private string ReadEntry(Configuration configuration)
        {
            switch (reader.Code)
            {
                case MessageCode.BeginNetwork:
                case MessageCode.BeginStreamedNetwork:
                    IsStreamed = reader.Code == MessageCode.BeginStreamedNetwork;
                    return Images.Read(reader) ? LayerCheck.ImageProblem(Images) : "The description of the images is incomplete.";
                case MessageCode.AddLayer:
                    return layer.Read(reader) ? AddResident(configuration) : "A layer is incomplete.";
                case MessageCode.AddStreamedLayer:
                    return AddStreamed();
                case MessageCode.ApplyNetwork:
                    return settings.Read(reader) && ReadSettings() ? SettingsProblem() : "The settings of the streams are incomplete.";
                default:
                    return "The record holds a request that does not belong to a network.";
            }
        }

        private string AddResident(Configuration configuration)
        {
            bool hasWeights = layer.Kind == LayerKind.Convolution || layer.Kind == LayerKind.Dense;
            return IsStreamed && hasWeights
                ? "The network's weights are streamed: its layers name no tensors, they say what is known of the weights."
                : Add(configuration);
        }

        private string Add(Configuration configuration)
        {
            if (LayerCount == Layers.Length)
            {
                return "A network has at most 24 layers.";
            }

            NetworkLayer before = LayerCount == 0
                ? new NetworkLayer(LayerKind.Rectifier, Images.Channels, Images.Height, Images.Width)
                : Layers[LayerCount - 1];
            string problem = check.Problem(layer, before, configuration);
            if (problem == null)
            {
                Layers[LayerCount] = check.Layer;
                JoinPooling();
                LayerCount++;
            }

            return problem;
        }

        /// <summary>Adds a layer whose registers no configuration has.</summary>
        private string AddStreamed()
        {
            // Only a board that is asked to stream has room for it.
            streamed = streamed ?? new AddStreamedLayerRequest();
            if (!streamed.Read(reader))
            {
                return "A layer is incomplete.";
            }

            layer.Kind = streamed.Kind;
            layer.Outputs = streamed.Outputs;
            layer.KernelSize = streamed.KernelSize;
            layer.Padding = streamed.Padding;
            string problem = !IsStreamed
                ? "The network's weights are registers of the configuration: its layers name their tensors."
                : LayerCheck.StreamedProblem(streamed) ?? Add(null);
            if (problem != null)
            {
                return problem;
            }

            NetworkLayer added = Layers[LayerCount - 1];
            added.Streamed = new StreamedRegisters(streamed);
            parameters += (long)added.Channels * (added.Shape.Taps + 1L);
            return parameters > SettingsCheck.MostParameters ? "A network has at most 16,777,216 weights and biases." : null;
        }

        /// <summary>Joins a pooling to its convolution, with only rectifiers between them.</summary>
        private void JoinPooling()
        {
            int convolution = LayerCount - 1;
            while (convolution >= 0 && Layers[convolution].Kind == LayerKind.Rectifier)
            {
                convolution--;
            }

            if (Layers[LayerCount].Kind == LayerKind.Pooling && convolution >= 0 && Layers[convolution].Kind == LayerKind.Convolution)
            {
                Layers[convolution].LastJoined = LayerCount;
            }
        }

        private bool ReadSettings()
        {
            Passes = new PassSettings();
            Cells = new CellBankSettings();
            SettingsBytes bytes = SettingsBytes.Reader(settings.Data, settings.DataOffset, settings.DataLength);
            Passes.Visit(bytes);
            Cells.Visit(bytes);
            if (Passes.Source == StreamSource.Counter)
            {
                // Generators are as many as the lanes, and all alike.
                CellBankSettings generators = new CellBankSettings();
                generators.Lanes = Cells.Lanes;
                generators.CellsPerLane = Cells.CellsPerLane;
                Cells = generators;
            }

            return !bytes.HasFailed;
        }

        private string SettingsProblem()
        {
            if (!PassSettings.IsLength(Passes.ForwardLength) || Passes.Source > StreamSource.Counter || Passes.LaneRotation < 0)
            {
                return "Streams of passes have 8 to 4096 bits, a power of two, from one of six sources, and lanes do not rotate backwards.";
            }

            if (!HasCells)
            {
                return null;
            }

            if (Cells.ResidualFilament != 0.0 || Cells.Wear != 0.0 || Cells.DriveDrift != 0.0)
            {
                return "Cells that remember their last bit, wear out or have a drifting drive cannot read images: switch these effects off.";
            }

            return SettingsCheck.CellProblem(Cells, Passes.LaneRotation)
                ?? (Cells.CellsPerLane < Passes.ForwardLength && !Cells.SerialWrite
                    ? "A lane must have as many cells as the stream has bits."
                    : null);
        }
    }
}
