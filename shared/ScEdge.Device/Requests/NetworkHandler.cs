using ScEdge.Device.Configurations;
using ScEdge.Device.Networks;
using ScEdge.Device.Service;
using ScEdge.Device.States;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Protocol.Messages.Service;

namespace ScEdge.Device.Requests
{
    /// <summary>
    /// Collects the description of a network, puts it in force, and tells of it.
    /// </summary>
    internal sealed class NetworkHandler
    {
        private readonly BoardState state;
        private readonly EventLog log;
        private readonly ConfigurationRecord record;
        private readonly NetworkPlan plan;
        private readonly MessageReader entries = new MessageReader();
        private readonly NetworkResponse answer = new NetworkResponse();
        private readonly GetLayerCountsRequest question = new GetLayerCountsRequest();
        private readonly GetLayerCountsResponse layerCounts = new GetLayerCountsResponse();

        public NetworkHandler(BoardState state, EventLog log)
        {
            this.state = state;
            this.log = log;
            record = state.Description.Record;
            plan = state.Description.Plan;
        }

        /// <summary>Takes the description of the images, or a layer.</summary>
        public void Collect(MessageReader reader, Reply reply)
        {
            bool begins = reader.Code == MessageCode.BeginNetwork || reader.Code == MessageCode.BeginStreamedNetwork;
            bool isStreamed = begins ? reader.Code == MessageCode.BeginStreamedNetwork : state.Description.IsStreamed;
            if (!isStreamed && !StateHandler.HasRegisters(state, reply))
            {
                return;
            }

            if (begins)
            {
                record.Clear();
            }
            else if (record.Length == 0)
            {
                reply.Refuse(ErrorCode.WrongState, 0, 0, "Begin a network first.");
                return;
            }

            DropSettings();
            if (Append(reader, reply))
            {
                reply.Accept();
            }
        }

        /// <summary>Puts the collected network in force, or the one in force with other settings.</summary>
        public void Apply(MessageReader reader, Reply reply)
        {
            if (record.Length == 0 && state.Network != null)
            {
                record.CopyFrom(state.Network.Record);
            }

            if (!state.Description.IsStreamed && !StateHandler.HasRegisters(state, reply))
            {
                return;
            }

            DropSettings();
            int length = record.Length;
            if (!Append(reader, reply))
            {
                return;
            }

            string problem = plan.CompletenessProblem();
            long available = (long)state.FreeBytes + state.NetworkBytes + (plan.IsStreamed ? state.ConfigurationBytes + state.Push.Bytes : 0);
            long needed = problem == null ? NetworkMemory.Fit(plan, available) : 0;
            if (problem != null || needed > available)
            {
                record.SetLength(length);
                reply.Refuse(
                    problem != null ? ErrorCode.UnusableSetting : ErrorCode.OutOfMemory,
                    needed,
                    problem != null ? 0 : available,
                    problem ?? (plan.IsStreamed
                        ? "The network does not fit in memory even with one image and few weights at a time; use shorter streams or fewer lanes."
                        : "The network does not fit in memory beside the registers; use shorter streams, fewer lanes, or only read."));
                return;
            }

            state.ApplyNetwork();
            Describe(reply);
            log.Write(LogLevel.Event, "network of " + state.Network.Layers.Length.ToString() + " layers reads");
        }

        /// <summary>Tells what network is in force.</summary>
        public void GetNetwork(Reply reply)
        {
            if (HasNetwork(state.Network, reply))
            {
                Describe(reply);
            }
        }

        /// <summary>Tells what the circuits of a layer did.</summary>
        public void GetLayerCounts(MessageReader reader, Reply reply)
        {
            Network network = state.Network;
            if (!question.Read(reader))
            {
                reply.RefuseMalformed();
            }
            else if (HasNetwork(network, reply) && question.Layer >= network.Stages.Length)
            {
                reply.Refuse(ErrorCode.OutOfRange, question.Layer, network.Stages.Length, "There is no such layer that multiplies.");
            }
            else if (network != null)
            {
                network.Stages[question.Layer].Counts.CopyTo(layerCounts.Counts);
                layerCounts.Images = network.Images;
                layerCounts.Write(reply.Accept());
            }
        }

        /// <summary>Returns whether there is a network, and otherwise refuses.</summary>
        public static bool HasNetwork(Network network, Reply reply)
        {
            if (network == null)
            {
                reply.Refuse(ErrorCode.NotConfigured, 0, 0, "No network is in force; describe one first.");
            }

            return network != null;
        }

        /// <summary>Appends a request, checked with all that came before; a mistake is answered where it is made.</summary>
        private bool Append(MessageReader reader, Reply reply)
        {
            int length = record.Length;
            if (!record.Append(reader.Code, reader.Buffer, reader.Position, reader.Remaining))
            {
                reply.Refuse(
                    ErrorCode.OutOfRange, length + reader.Remaining, record.Bytes.Length, "The description of the network is too long.");
                return false;
            }

            string problem = state.Description.Read(state.Configuration);
            if (problem != null)
            {
                record.SetLength(length);
                reply.Refuse(ErrorCode.UnusableSetting, 0, 0, problem);
            }

            return problem == null;
        }

        /// <summary>Takes the settings of the streams away from the end of the record.</summary>
        private void DropSettings()
        {
            for (int position = 0; position < record.Length;)
            {
                int next = record.Read(position, entries);
                if (next == 0 || entries.Code == MessageCode.ApplyNetwork)
                {
                    record.SetLength(position);
                    return;
                }

                position = next;
            }
        }

        private void Describe(Reply reply)
        {
            Network network = state.Network;
            answer.Check = network.Record.Check;
            answer.NeededBytes = (uint)state.NetworkBytes;
            answer.FreeBytes = (uint)state.FreeBytes;
            answer.Channels = network.Channels;
            answer.Height = network.Height;
            answer.Width = network.Width;
            answer.Products = (uint)network.Products;
            answer.Classes = network.Classes;
            answer.ProductLayers = network.Stages.Length;
            answer.Length = network.Passes.ForwardLength;
            answer.Source = (int)network.Passes.Source;
            answer.Write(reply.Accept());
        }
    }
}
