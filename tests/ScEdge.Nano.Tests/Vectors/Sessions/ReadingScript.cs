using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Protocol.Messages.State;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Serialization;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Nano.Tests.Vectors.Sessions
{
    /// <summary>
    /// A host that brings a network for images of 9 x 10 pixels to a board, and has it read.
    /// </summary>
    public sealed class ReadingScript
    {
        private const int Pixels = 90;
        private const int ChunkBytes = 60;

        // A convolution of 3 outputs, 3 x 3 with padding, and a dense layer behind its pooling.
        private static readonly int[] Lengths = { 27, 3, 5 * 3 * 4 * 5, 5 };

        private readonly SessionHost host;

        /// <summary>Makes the script of a host.</summary>
        public ReadingScript(SessionHost host)
        {
            this.host = host;
        }

        /// <summary>Configures the board for the registers and pushes them.</summary>
        public void PutRegisters(RegisterMode mode)
        {
            BeginConfigurationRequest request = new BeginConfigurationRequest();
            request.Mode = mode;
            request.Optimizer = (int)OptimizerKind.Sgd;
            request.Data = OptimizerPlan.Write(new OptimizerSettings(), new CellBankSettings());
            request.DataLength = request.Data.Length;
            request.Write(host.Begin(BeginConfigurationRequest.Code));
            host.Send();
            int parameters = 0;
            for (int i = 0; i < Lengths.Length; i++)
            {
                AddTensorRequest tensor = new AddTensorRequest();
                tensor.Rank = 1;
                tensor.Shape[0] = (uint)Lengths[i];
                tensor.WeightFractionBits = 13 + (i & 1);
                tensor.Identity = (uint)i;
                tensor.Write(host.Begin(AddTensorRequest.Code));
                host.Send();
                parameters += Lengths[i];
            }

            host.Ask(MessageCode.ApplyConfiguration);
            byte[] image = new byte[2 * parameters];
            for (int i = 0; i < parameters; i++)
            {
                LittleEndian.WriteUInt16(image, 2 * i, Parameter(i));
            }

            host.PushWeights(image, ChunkBytes);
        }

        /// <summary>Describes the same network as one whose weights are streamed.</summary>
        public void DescribeStreamed(int maximum)
        {
            Begin(MessageCode.BeginStreamedNetwork, 10);
            AddStreamed(LayerKind.Convolution, 0, 3, 3, maximum);
            Add(LayerKind.Rectifier, 0, 0, 0, 0);
            Add(LayerKind.Pooling, 0, 0, 0, 0);
            AddStreamed(LayerKind.Dense, 2, 5, 0, MaximumOf(2));
        }

        /// <summary>Has images held, then sends the weights, in pieces that end within an output, and asks for the readings.</summary>
        public void ReadStreamed(uint serial, int images)
        {
            for (uint i = serial; i < serial + images; i++)
            {
                SendImage(MessageCode.HoldImage, i);
            }

            byte[] weights = StreamedWeights();
            for (int offset = 0; offset < weights.Length; offset += ChunkBytes)
            {
                StreamWeightsRequest stream = new StreamWeightsRequest();
                stream.Offset = (uint)offset;
                stream.Data = weights;
                stream.DataOffset = offset;
                stream.DataLength = weights.Length - offset < ChunkBytes ? weights.Length - offset : ChunkBytes;
                stream.Write(host.Begin(StreamWeightsRequest.Code));
                host.Send();
            }

            GetReadingRequest reading = new GetReadingRequest();
            for (int i = 0; i < images; i++)
            {
                reading.Image = i;
                reading.Write(host.Begin(GetReadingRequest.Code));
                host.Send();
            }

            AskCounts(0);
            AskCounts(1);
        }

        /// <summary>Returns the largest magnitude of a tensor.</summary>
        public static int MaximumOf(int tensor)
        {
            int first = FirstOf(tensor);
            int maximum = 0;
            for (int i = first; i < first + Lengths[tensor]; i++)
            {
                int magnitude = Parameter(i) < 0 ? -Parameter(i) : Parameter(i);
                maximum = magnitude > maximum ? magnitude : maximum;
            }

            return maximum;
        }

        /// <summary>Describes the images and the layers.</summary>
        public void Describe(int width)
        {
            Begin(MessageCode.BeginNetwork, width);
            Add(LayerKind.Convolution, 0, 3, 3, 1);
            Add(LayerKind.Rectifier, 0, 0, 0, 0);
            Add(LayerKind.Pooling, 0, 0, 0, 0);
            Add(LayerKind.Dense, 2, 5, 0, 0);
        }

        /// <summary>Puts the network in force.</summary>
        public void Apply(StreamSource source, int length, double deviceToDevice)
        {
            PassSettings passes = new PassSettings();
            passes.Seed = 77;
            passes.Source = source;
            passes.ForwardLength = length;
            CellBankSettings cells = new CellBankSettings();
            cells.Lanes = 6;
            cells.CellsPerLane = length;
            cells.DeviceToDevice = deviceToDevice;
            SettingsBytes bytes = SettingsBytes.Writer();
            passes.Visit(bytes);
            cells.Visit(bytes);
            ApplyNetworkRequest request = new ApplyNetworkRequest();
            request.Data = bytes.ToArray();
            request.DataLength = request.Data.Length;
            request.Write(host.Begin(ApplyNetworkRequest.Code));
            host.Send();
        }

        /// <summary>Has an image read, in two pieces, and asks what that took.</summary>
        public void Read(uint serial)
        {
            SendImage(MessageCode.ReadImage, serial);
            AskCounts(1);
        }

        private void Begin(MessageCode code, int width)
        {
            BeginNetworkRequest begin = new BeginNetworkRequest();
            begin.Channels = 1;
            begin.Height = 9;
            begin.Width = width;
            begin.Scale = 0.0127;
            begin.Shift = -0.4242;
            begin.Write(host.Begin(code));
            host.Send();
        }

        private void SendImage(MessageCode code, uint serial)
        {
            byte[] image = new byte[Pixels];
            for (int i = 0; i < Pixels; i++)
            {
                uint word = CounterGenerator.Word(serial, 6, (uint)i);
                image[i] = (word & 3) == 0 ? (byte)(word >> 24) : (byte)0;
            }

            PutPixelsRequest put = new PutPixelsRequest();
            put.Data = image;
            put.DataLength = ChunkBytes;
            put.Write(host.Begin(PutPixelsRequest.Code));
            host.Send();
            ReadImageRequest read = new ReadImageRequest();
            read.Serial = serial;
            read.WeightSerial = serial / 2;
            read.Offset = ChunkBytes;
            read.Data = image;
            read.DataOffset = ChunkBytes;
            read.DataLength = Pixels - ChunkBytes;
            read.Write(host.Begin(code));
            host.Send();
        }

        private void AskCounts(int layer)
        {
            GetLayerCountsRequest question = new GetLayerCountsRequest();
            question.Layer = layer;
            question.Write(host.Begin(GetLayerCountsRequest.Code));
            host.Send();
        }

        private static int Parameter(int index)
        {
            return (int)(CounterGenerator.Word(3, 4, (uint)index) >> 18) - 8192;
        }

        private static int FirstOf(int tensor)
        {
            int first = 0;
            for (int i = 0; i < tensor; i++)
            {
                first += Lengths[i];
            }

            return first;
        }

        /// <summary>The biases of a layer, then its weights.</summary>
        private static byte[] StreamedWeights()
        {
            int[] order = { 1, 0, 3, 2 };
            int written = 0;
            byte[] bytes = new byte[2 * (FirstOf(3) + Lengths[3])];
            for (int i = 0; i < order.Length; i++)
            {
                int first = FirstOf(order[i]);
                for (int parameter = first; parameter < first + Lengths[order[i]]; parameter++)
                {
                    LittleEndian.WriteUInt16(bytes, written, Parameter(parameter));
                    written += 2;
                }
            }

            return bytes;
        }

        private void AddStreamed(LayerKind kind, int weights, int outputs, int kernelSize, int maximum)
        {
            AddStreamedLayerRequest layer = new AddStreamedLayerRequest();
            layer.Kind = kind;
            layer.Outputs = outputs;
            layer.KernelSize = kernelSize;
            layer.Padding = kernelSize == 0 ? 0 : 1;
            layer.Identity = (uint)weights;
            layer.WeightFractionBits = 13;
            layer.BiasFractionBits = 14;
            layer.WeightMaximum = maximum;
            layer.Write(host.Begin(AddStreamedLayerRequest.Code));
            host.Send();
        }

        private void Add(LayerKind kind, int weights, int outputs, int kernelSize, int padding)
        {
            AddLayerRequest layer = new AddLayerRequest();
            layer.Kind = kind;
            layer.Weights = weights;
            layer.Bias = outputs == 0 ? 0 : weights + 1;
            layer.Outputs = outputs;
            layer.KernelSize = kernelSize;
            layer.Padding = padding;
            layer.Write(host.Begin(AddLayerRequest.Code));
            host.Send();
        }
    }
}
