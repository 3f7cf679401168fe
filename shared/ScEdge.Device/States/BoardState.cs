using ScEdge.Device.Configurations;
using ScEdge.Device.Networks;
using ScEdge.Device.Platform;
using ScEdge.Protocol.Messages;

namespace ScEdge.Device.States
{
    /// <summary>
    /// What a board holds: the configuration in force, how far it was trained, what is under way.
    /// </summary>
    public sealed class BoardState
    {
        private readonly BoardSettings settings;
        private uint check;
        private bool isCheckKnown;

        /// <summary>Makes the state of a board that was just started.</summary>
        public BoardState(BoardSettings settings)
        {
            this.settings = settings;
            Image = new StateImage(this);
            Description.Plan.FrameValues = settings.Link.MaximumPayload / 2;
        }

        /// <summary>The push under way.</summary>
        public readonly PushBuffer Push = new PushBuffer();

        /// <summary>The resident state as bytes.</summary>
        public readonly StateImage Image;

        /// <summary>The network that is being described.</summary>
        public readonly NetworkDescription Description = new NetworkDescription();

        /// <summary>What was done since the board started.</summary>
        public readonly WorkTotals Totals = new WorkTotals();

        /// <summary>Gets or sets who works with the state; null for nobody.</summary>
        public IStateUser User { get; set; }

        /// <summary>Gets the configuration in force, or null.</summary>
        public Configuration Configuration { get; private set; }

        /// <summary>Gets who keeps the registers.</summary>
        public RegisterMode Mode
        {
            get
            {
                return Configuration == null ? RegisterMode.None
                    : Configuration.CanTrain ? RegisterMode.Resident
                    : Configuration.IsResident ? RegisterMode.Reading
                    : RegisterMode.Tiled;
            }
        }

        /// <summary>Gets the memory of the configuration in force; bytes.</summary>
        public int ConfigurationBytes { get; private set; }

        /// <summary>Gets the network that reads with the registers, or with weights that are streamed, or null.</summary>
        public Network Network { get; private set; }

        /// <summary>Gets the memory of the network in force; bytes.</summary>
        public int NetworkBytes { get; private set; }

        /// <summary>Gets or sets the steps done since the state was made, pushed or restored.</summary>
        public uint StepsDone { get; set; }

        /// <summary>Gets or sets the index of the last step.</summary>
        public uint LastStep { get; set; }

        /// <summary>Gets the memory that is left; bytes.</summary>
        public int FreeBytes
        {
            get { return settings.HeapBytes - ConfigurationBytes - NetworkBytes - Push.Bytes; }
        }

        /// <summary>Gets the CRC-32 of the full state image; 0 without resident registers.</summary>
        public uint StateCheck
        {
            get
            {
                if (!isCheckKnown)
                {
                    check = Configuration != null && Configuration.IsResident ? Image.Check(StateImageKind.Full) : 0;
                    isCheckKnown = true;
                }

                return check;
            }
        }

        /// <summary>Returns the memory that a plan takes; bytes.</summary>
        public long Needed(ConfigurationPlan plan)
        {
            return MemoryEstimate.Of(plan, settings.TileLength);
        }

        /// <summary>Puts a plan in force that was checked and fits.</summary>
        public void Configure(ConfigurationPlan plan, ConfigurationRecord record)
        {
            // The old one goes first: both together need not fit.
            Push.Drop();
            DropNetwork();
            if (Description.IsStreamed)
            {
                // Put in force again by a word, it would take the place of the configuration.
                Description.Record.Clear();
            }

            DropConfiguration();
            ConfigurationBytes = (int)Needed(plan);
            Configuration = new Configuration(plan, record, settings.TileLength);
            StepsDone = 0;
            LastStep = 0;
            Touch();
        }

        /// <summary>
        /// Puts the described network in force, which was checked with the registers and fits. One whose weights are streamed takes the place of the
        /// configuration.
        /// </summary>
        public void ApplyNetwork()
        {
            DropNetwork();
            if (Description.Plan.IsStreamed)
            {
                Push.Drop();
                DropConfiguration();
                ConfigurationBytes = 0;
                StepsDone = 0;
                LastStep = 0;
                Touch();
            }

            NetworkBytes = (int)NetworkMemory.Of(Description.Plan);
            Network = new Network(Description.Plan, Description.Record, Configuration);
        }

        /// <summary>Forgets the configuration: another one takes its place, or a network.</summary>
        private void DropConfiguration()
        {
            if (User != null)
            {
                User.LeaveConfiguration();
            }

            Configuration = null;
        }

        /// <summary>Forgets the network: its registers are about to go.</summary>
        private void DropNetwork()
        {
            if (User != null)
            {
                User.LeaveNetwork();
            }

            Network = null;
            NetworkBytes = 0;
        }

        /// <summary>Notes that registers have changed.</summary>
        public void Touch()
        {
            isCheckKnown = false;
        }
    }
}
