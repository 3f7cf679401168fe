using ScEdge.Device.Configurations;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;

namespace ScEdge.Device.Networks
{
    /// <summary>
    /// A network that is described to the board, beside the one in force: collected request by request, or found in the storage.
    /// </summary>
    public sealed class NetworkDescription
    {
        /// <summary>The requests.</summary>
        public readonly ConfigurationRecord Record = new ConfigurationRecord(ConfigurationRecord.NetworkCapacity);

        /// <summary>What they say, once read.</summary>
        public readonly NetworkPlan Plan = new NetworkPlan();

        /// <summary>Gets whether the requests describe a network whose weights are streamed, so that it needs no configuration.</summary>
        public bool IsStreamed
        {
            get { return Record.Length > 0 && LittleEndian.ReadUInt16(Record.Bytes, 0) == (int)MessageCode.BeginStreamedNetwork; }
        }

        /// <summary>Reads the record.</summary>
        /// <param name="configuration">The registers in force.</param>
        /// <returns>What cannot be used, in one sentence, or null.</returns>
        public string Read(Configuration configuration)
        {
            return Plan.Read(Record, configuration);
        }
    }
}
