using ScEdge.Device.Configurations;

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

        /// <summary>Reads the record.</summary>
        /// <param name="configuration">The registers in force.</param>
        /// <returns>What cannot be used, in one sentence, or null.</returns>
        public string Read(Configuration configuration)
        {
            return Plan.Read(Record, configuration);
        }
    }
}
