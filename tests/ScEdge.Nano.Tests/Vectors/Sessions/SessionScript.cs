using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.State;
using ScEdge.Protocol.Messages.Steps;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Nano.Tests.Vectors.Sessions
{
    /// <summary>
    /// What a host asks of a board: two tensors of 60 and 35 parameters.
    /// </summary>
    public sealed class SessionScript
    {
        private const int Parameters = 95;
        private const int ChunkBytes = 100;

        private static readonly int[] Lengths = { 60, 35 };

        private readonly SessionHost host;

        /// <summary>Makes the script of a host.</summary>
        public SessionScript(SessionHost host)
        {
            this.host = host;
        }

        /// <summary>Asks what the board is.</summary>
        public void Hello()
        {
            GetCapabilitiesRequest request = new GetCapabilitiesRequest();
            request.LowestVersion = 1;
            request.HighestVersion = 1;
            request.Write(host.Begin(GetCapabilitiesRequest.Code));
            host.Send();
        }

        /// <summary>Configures the board.</summary>
        public void Configure(OptimizerKind optimizer, RegisterMode mode, double deviceToDevice)
        {
            OptimizerSettings settings = new OptimizerSettings();
            settings.Seed = 99;
            settings.DecayLength = 16;
            settings.MomentumBits = 12;
            settings.WeightDecay = 200;
            CellBankSettings cells = new CellBankSettings();
            cells.Lanes = 13;
            cells.DeviceToDevice = deviceToDevice;
            cells.DeviceToDeviceSeed = 3;
            cells.Wear = 0.5;
            cells.EnduranceCycles = 2000;
            BeginConfigurationRequest request = new BeginConfigurationRequest();
            request.Mode = mode;
            request.Optimizer = (int)optimizer;
            request.Data = OptimizerPlan.Write(settings, cells);
            request.DataLength = request.Data.Length;
            request.Write(host.Begin(BeginConfigurationRequest.Code));
            host.Send();
            SetOperationCostsRequest costs = new SetOperationCostsRequest();
            for (int i = 0; i < costs.Attojoules.Length; i++)
            {
                costs.Attojoules[i] = 1000000007L * (i + 1);
            }

            costs.Write(host.Begin(SetOperationCostsRequest.Code));
            host.Send();
            for (int i = 0; i < Lengths.Length; i++)
            {
                AddTensorRequest tensor = new AddTensorRequest();
                tensor.Rank = 1;
                tensor.Shape[0] = (uint)Lengths[i];
                tensor.WeightFractionBits = 14;
                tensor.Identity = (uint)i + 4;
                tensor.Write(host.Begin(AddTensorRequest.Code));
                host.Send();
            }

            host.Ask(MessageCode.ApplyConfiguration);
        }

        /// <summary>Pushes weights.</summary>
        public void PushWeights()
        {
            byte[] image = new byte[2 * Parameters];
            for (int i = 0; i < Parameters; i++)
            {
                LittleEndian.WriteUInt16(image, 2 * i, (i * 331) - 16000);
            }

            host.PushWeights(image, ChunkBytes);
        }

        /// <summary>Makes a step with gradients of a format.</summary>
        public void Step(uint step, GradientFormat format)
        {
            BeginStepRequest begin = new BeginStepRequest();
            begin.Step = step;
            begin.RateFraction = 65536;
            begin.RateShift = 5;
            begin.Format = format;
            begin.TensorCount = Lengths.Length;
            for (int i = 0; i < Lengths.Length; i++)
            {
                begin.FractionBits[i] = format == GradientFormat.Int8 ? 7 : 14;
                begin.Maxima[i] = format == GradientFormat.Int8 ? 127u : 16384u;
            }

            begin.Write(host.Begin(BeginStepRequest.Code));
            host.Send();
            Put(step, format);
            host.Ask(MessageCode.RunStep);
        }

        /// <summary>Asks for the account and the changed weights of the last step, and for the whole state.</summary>
        public void PullAll()
        {
            host.Ask(MessageCode.GetAccount);
            PullUpdatesRequest updates = new PullUpdatesRequest();
            updates.Format = UpdateFormat.Differences;
            updates.Count = Parameters;
            updates.Write(host.Begin(PullUpdatesRequest.Code));
            host.Send();
            PullStateRequest request = new PullStateRequest();
            request.Kind = StateImageKind.Full;
            PullStateResponse piece = new PullStateResponse();
            do
            {
                request.Offset = piece.Offset + (uint)piece.DataLength;
                request.Count = 200;
                request.Write(host.Begin(PullStateRequest.Code));
            }
            while (piece.Read(host.Send()) && piece.Offset + (uint)piece.DataLength < piece.Length);
        }

        private void Put(uint step, GradientFormat format)
        {
            int size = format == GradientFormat.Int8 ? 1 : format == GradientFormat.Int16 ? 2 : 4;
            byte[] bytes = new byte[size * Parameters];
            for (int i = 0; i < Parameters; i++)
            {
                uint word = CounterGenerator.Word(step, 9, (uint)i);
                if (format == GradientFormat.Int8)
                {
                    bytes[i] = (byte)((word % 255) - 127);
                }
                else if (format == GradientFormat.Int16)
                {
                    LittleEndian.WriteUInt16(bytes, 2 * i, (int)(word & 0x3FFF) >> (int)(word >> 29));
                }
                else
                {
                    // Sign, an exponent of 2^-17 to 2^-2, mantissa.
                    LittleEndian.WriteUInt32(bytes, 4 * i, (word & 0x807FFFFF) | ((110 + ((word >> 24) & 15)) << 23));
                }
            }

            int portion = ChunkBytes / size;
            for (int first = 0; first < Parameters; first += portion)
            {
                int count = Parameters - first < portion ? Parameters - first : portion;
                PutGradientsRequest put = new PutGradientsRequest();
                put.Offset = (uint)first;
                put.Data = bytes;
                put.DataOffset = first * size;
                put.DataLength = count * size;
                put.Write(host.Begin(PutGradientsRequest.Code));
                host.Send();
            }
        }
    }
}
