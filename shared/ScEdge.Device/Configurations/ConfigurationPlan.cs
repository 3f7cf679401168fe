using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Device.Configurations
{
    /// <summary>
    /// A configuration as it was asked for: read, checked and its memory counted before anything is made.
    /// </summary>
    public sealed class ConfigurationPlan
    {
        private readonly MessageReader reader = new MessageReader();
        private readonly AddTensorRequest tensor = new AddTensorRequest();

        /// <summary>The request that began it.</summary>
        public readonly BeginConfigurationRequest Request = new BeginConfigurationRequest();

        /// <summary>The costs; all zero where none were given.</summary>
        public readonly SetOperationCostsRequest Costs = new SetOperationCostsRequest();

        /// <summary>Parameters of each tensor.</summary>
        public readonly int[] Lengths = new int[MessageLimits.Tensors];

        /// <summary>Fraction bits of the weights of each tensor.</summary>
        public readonly int[] WeightFractionBits = new int[MessageLimits.Tensors];

        /// <summary>Index of each tensor in the network.</summary>
        public readonly uint[] Identities = new uint[MessageLimits.Tensors];

        /// <summary>Lanes of the cells of each tensor.</summary>
        public readonly int[] Lanes = new int[MessageLimits.Tensors];

        /// <summary>Gets the number of tensors.</summary>
        public int TensorCount { get; private set; }

        /// <summary>Gets the parameters of all tensors.</summary>
        public int Parameters { get; private set; }

        /// <summary>Gets the settings of the optimiser.</summary>
        public OptimizerSettings Settings { get; private set; }

        /// <summary>Gets the settings of the cells.</summary>
        public CellBankSettings Cells { get; private set; }

        /// <summary>Gets the optimiser of settings that were read.</summary>
        public OptimizerDescription Optimizer
        {
            get { return OptimizerDescription.Of((OptimizerKind)Request.Optimizer); }
        }

        /// <summary>Gets whether the cells remember.</summary>
        public bool HasCellMemory
        {
            get { return Cells.ResidualFilament != 0.0; }
        }

        /// <summary>Reads a record.</summary>
        /// <returns>What cannot be used, in one sentence, or null.</returns>
        public string Read(ConfigurationRecord record)
        {
            TensorCount = 0;
            Parameters = 0;
            for (int i = 0; i < Costs.Attojoules.Length; i++)
            {
                Costs.Attojoules[i] = 0;
            }

            string problem = null;
            int position = 0;
            while (problem == null && position < record.Length)
            {
                position = record.Read(position, reader);
                problem = position == 0 ? "The record of the configuration is damaged." : ReadEntry();
            }

            return problem;
        }

        /// <summary>Returns what keeps a record that was read from being applied, in one sentence, or null.</summary>
        public string CompletenessProblem()
        {
            if (TensorCount == 0)
            {
                return "The configuration has no tensor; begin one and add its tensors.";
            }

            return Request.Mode == RegisterMode.Tiled && HasCellMemory
                ? "Cells with memory need their parameters in order; use the resident mode."
                : null;
        }

        /// <summary>Returns what the circuits are made of.</summary>
        public OptimizerPlan Circuits()
        {
            TensorPlan[] tensors = new TensorPlan[TensorCount];
            for (int i = 0; i < tensors.Length; i++)
            {
                tensors[i] = new TensorPlan(Identities[i], new int[] { Lengths[i] }, WeightFractionBits[i], Lanes[i]);
            }

            return new OptimizerPlan(Optimizer, Settings, Cells, tensors);
        }

        private string ReadEntry()
        {
            switch (reader.Code)
            {
                case MessageCode.BeginConfiguration:
                    return ReadSettings() ? SettingsCheck.Problem(this) : "The settings are incomplete.";
                case MessageCode.SetOperationCosts:
                    return Costs.Read(reader) ? SettingsCheck.CostProblem(Costs) : "The costs are incomplete.";
                case MessageCode.AddTensor:
                    return tensor.Read(reader) ? Add() : "A tensor is incomplete.";
                default:
                    return "The record holds a request that does not belong to a configuration.";
            }
        }

        private bool ReadSettings()
        {
            // Circuits keep the settings that they were made with.
            Settings = new OptimizerSettings();
            Cells = new CellBankSettings();
            return Request.Read(reader) && OptimizerPlan.Read(Settings, Cells, Request.Data, Request.DataOffset, Request.DataLength);
        }

        private string Add()
        {
            if (TensorCount == MessageLimits.Tensors)
            {
                return "There are more tensors than the board has room for.";
            }

            long length = SettingsCheck.TensorLength(tensor);
            if (length == 0 || length + Parameters > SettingsCheck.MostParameters)
            {
                return "A tensor needs 1 to 4 dimensions of 1 or more, and all tensors together at most 16,777,216 parameters.";
            }

            if (tensor.WeightFractionBits < -SettingsCheck.LargestExponent || tensor.WeightFractionBits > SettingsCheck.LargestExponent)
            {
                return "The fraction bits of a tensor's weights must lie within -160 and 160.";
            }

            int lanes = tensor.Lanes == 0 ? Cells.Lanes : tensor.Lanes;
            if (lanes < 1 || lanes > SettingsCheck.MostParameters)
            {
                return "A tensor's lanes must be 1 to 16,777,216.";
            }

            Lengths[TensorCount] = (int)length;
            WeightFractionBits[TensorCount] = tensor.WeightFractionBits;
            Identities[TensorCount] = tensor.Identity;
            Lanes[TensorCount] = lanes;
            TensorCount++;
            Parameters += (int)length;
            return null;
        }
    }
}
