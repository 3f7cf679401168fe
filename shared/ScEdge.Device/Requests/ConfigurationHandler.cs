using ScEdge.Device.Configurations;
using ScEdge.Device.Service;
using ScEdge.Device.States;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Messages.Configuration;

namespace ScEdge.Device.Requests
{
    /// <summary>
    /// Collects the requests of a new configuration and puts it in force.
    /// </summary>
    internal sealed class ConfigurationHandler
    {
        private readonly BoardState state;
        private readonly EventLog log;
        private readonly ConfigurationRecord record = new ConfigurationRecord(ConfigurationRecord.Capacity);
        private readonly ConfigurationPlan plan = new ConfigurationPlan();
        private readonly AddTensorResponse added = new AddTensorResponse();
        private readonly ApplyConfigurationResponse applied = new ApplyConfigurationResponse();
        private readonly GetTensorRequest question = new GetTensorRequest();
        private readonly GetTensorResponse answer = new GetTensorResponse();
        private readonly AddTensorRequest tensor = new AddTensorRequest();
        private readonly MessageReader entries = new MessageReader();

        public ConfigurationHandler(BoardState state, EventLog log)
        {
            this.state = state;
            this.log = log;
        }

        /// <summary>Takes the settings, the costs or a tensor.</summary>
        public void Collect(MessageReader reader, Reply reply)
        {
            MessageCode code = reader.Code;
            if (code == MessageCode.BeginConfiguration)
            {
                record.Clear();
            }
            else if (record.Length == 0)
            {
                reply.Refuse(ErrorCode.WrongState, 0, 0, "Begin a configuration first.");
                return;
            }

            // Checked with all that came before, so that a mistake is answered where it is made; then it is as if it had not come.
            int length = record.Length;
            if (!record.Append(code, reader.Buffer, reader.Position, reader.Remaining))
            {
                reply.Refuse(
                    ErrorCode.OutOfRange, length + reader.Remaining, ConfigurationRecord.Capacity,
                    "The configuration is too long.");
                return;
            }

            string problem = plan.Read(record);
            if (problem != null)
            {
                record.SetLength(length);
                reply.Refuse(ErrorCode.UnusableSetting, 0, 0, problem);
                return;
            }

            MessageWriter writer = reply.Accept();
            if (code == MessageCode.AddTensor)
            {
                added.Tensor = plan.TensorCount - 1;
                added.Write(writer);
            }
        }

        /// <summary>Tells what a tensor of the configuration in force is.</summary>
        public void GetTensor(MessageReader reader, Reply reply)
        {
            Configuration configuration = state.Configuration;
            if (!question.Read(reader))
            {
                reply.RefuseMalformed();
            }
            else if (configuration == null)
            {
                reply.Refuse(ErrorCode.NotConfigured, 0, 0, "No configuration is in force; configure the board first.");
            }
            else if (question.Tensor >= configuration.Tensors.Length)
            {
                reply.Refuse(ErrorCode.OutOfRange, question.Tensor, configuration.Tensors.Length, "There is no such tensor.");
            }
            else
            {
                Describe(configuration, question.Tensor);
                answer.Write(reply.Accept());
            }
        }

        /// <summary>Puts the collected configuration in force.</summary>
        public void Apply(Reply reply)
        {
            string problem = plan.Read(record) ?? plan.CompletenessProblem();
            if (problem != null)
            {
                reply.Refuse(ErrorCode.UnusableSetting, 0, 0, problem);
                return;
            }

            long needed = state.Needed(plan);
            long available = (long)state.FreeBytes + state.ConfigurationBytes + state.NetworkBytes + state.Push.Bytes;
            if (needed > available)
            {
                reply.Refuse(
                    ErrorCode.OutOfMemory, needed, available,
                    "The configuration does not fit in memory; use the tiled mode or fewer tensors.");
                return;
            }

            state.Configure(plan, record);
            Configuration configuration = state.Configuration;
            applied.Check = configuration.Record.Check;
            applied.Parameters = (uint)configuration.Parameters;
            applied.NeededBytes = (uint)needed;
            applied.FreeBytes = (uint)state.FreeBytes;
            applied.ImageLength = configuration.IsResident ? (uint)state.Image.Length(StateImageKind.Full) : 0;
            applied.TileLength = configuration.TileLength;
            applied.Write(reply.Accept());
            log.Write(LogLevel.Event, "configured: " + configuration.Parameters.ToString() + " parameters");
        }

        private void Describe(Configuration configuration, int index)
        {
            int position = 0;
            for (int next = 0; next <= index;)
            {
                position = configuration.Record.Read(position, entries);
                next += entries.Code == MessageCode.AddTensor ? 1 : 0;
            }

            tensor.Read(entries);
            answer.TensorCount = configuration.Tensors.Length;
            answer.Tensor = index;
            answer.Rank = tensor.Rank;
            for (int i = 0; i < answer.Shape.Length; i++)
            {
                answer.Shape[i] = tensor.Shape[i];
            }

            answer.WeightBits = configuration.WeightBits;
            answer.WeightFractionBits = tensor.WeightFractionBits;
            answer.Identity = tensor.Identity;
            answer.Data = tensor.Data;
            answer.DataOffset = tensor.DataOffset;
            answer.DataLength = tensor.DataLength;
        }
    }
}
