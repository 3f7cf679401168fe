namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// What a message is about. An answer has the code of its request with bit 15 set; events have bit 14 set.
    /// </summary>
    public enum MessageCode
    {
        /// <summary>Asks what the board is and can; the first request of a session.</summary>
        GetCapabilities = 0x0001,

        /// <summary>Asks what the board holds and does.</summary>
        GetStatus = 0x0002,

        /// <summary>Begins a new configuration beside the one in force; nothing changes before it is applied.</summary>
        BeginConfiguration = 0x0010,

        /// <summary>Gives the cost table of the new configuration; without it every operation costs nothing.</summary>
        SetOperationCosts = 0x0011,

        /// <summary>Adds a tensor to the new configuration; tensors are numbered from 0 in this order.</summary>
        AddTensor = 0x0012,

        /// <summary>
        /// Puts the new configuration in force, if it can be used and fits in memory; otherwise the old one stays.
        /// </summary>
        ApplyConfiguration = 0x0013,

        /// <summary>Asks what a tensor of the configuration in force is.</summary>
        GetTensor = 0x0014,

        /// <summary>Begins to push a state image, or goes on with one that was interrupted.</summary>
        BeginPush = 0x0020,

        /// <summary>Carries a piece of the image.</summary>
        PushChunk = 0x0021,

        /// <summary>
        /// Puts the pushed image in force, if it is whole and its check is right; otherwise the old state stays.
        /// </summary>
        CommitPush = 0x0022,

        /// <summary>Asks for a piece of the state image.</summary>
        PullState = 0x0023,

        /// <summary>Begins a step of a resident network: its rate and the scale of each tensor's gradients.</summary>
        BeginStep = 0x0030,

        /// <summary>Carries gradients in the format of the step.</summary>
        PutGradients = 0x0031,

        /// <summary>Updates all parameters; the answer comes when it is done.</summary>
        RunStep = 0x0032,

        /// <summary>Asks again for the account of the last step, after a session ended before it arrived.</summary>
        GetAccount = 0x0033,

        /// <summary>Asks for the weights after a step.</summary>
        PullUpdates = 0x0034,

        /// <summary>Asks what one phase of the last step did to one tensor.</summary>
        GetPhaseCounts = 0x0035,

        /// <summary>Begins a step of one tensor whose registers the host keeps.</summary>
        BeginTileStep = 0x0040,

        /// <summary>Begins a phase; tiles follow, in any order, each as often as one likes.</summary>
        BeginTilePhase = 0x0041,

        /// <summary>Updates a range of parameters in the present phase.</summary>
        RunTile = 0x0042,

        /// <summary>Ends a phase, after all of its tiles.</summary>
        EndTilePhase = 0x0043,

        /// <summary>Asks for telemetry.</summary>
        Subscribe = 0x0050,

        /// <summary>Chooses which log events come.</summary>
        SetLogLevel = 0x0051,

        /// <summary>Asks for raw bytes of an entropy source.</summary>
        GetEntropySample = 0x0052,

        /// <summary>Has the board test itself.</summary>
        RunSelfTest = 0x0053,

        /// <summary>
        /// Has the board write configuration and state to its storage; an older checkpoint stays until the new one is
        /// whole.
        /// </summary>
        SaveCheckpoint = 0x0054,

        /// <summary>
        /// Has the board load configuration and state from its storage; if that fails, nothing is changed.
        /// </summary>
        RestoreCheckpoint = 0x0055,

        /// <summary>Asks for another speed; the board switches when the answer has been acknowledged.</summary>
        SwitchBaudRate = 0x0056,

        /// <summary>Asks for a restart; the board restarts when the answer has been acknowledged.</summary>
        ResetBoard = 0x0057,

        /// <summary>Asks for a cell of the front end: its state and its calibration table.</summary>
        GetCell = 0x0060,

        /// <summary>Has the board calibrate cells anew; <see cref="GetCell"/> tells how far it is.</summary>
        CalibrateCells = 0x0061,

        /// <summary>Begins the description of a network that reads with the registers in force; nothing changes before it is applied.</summary>
        BeginNetwork = 0x0070,

        /// <summary>Adds a layer to the described network.</summary>
        AddLayer = 0x0071,

        /// <summary>Puts the described network in force with lengths and source of its streams, if it can be used and fits in memory.</summary>
        ApplyNetwork = 0x0072,

        /// <summary>Asks what network is in force.</summary>
        GetNetwork = 0x0073,

        /// <summary>Carries pixels of the image that is to be read, but for the last.</summary>
        PutPixels = 0x0074,

        /// <summary>Carries the last pixels and has the board read the image; the answer comes when that is done. It can be read again.</summary>
        ReadImage = 0x0075,

        /// <summary>Asks what the circuits of a layer did since the network is in force.</summary>
        GetLayerCounts = 0x0076,

        /// <summary>Begins the description of a network whose weights the host streams: the board keeps none. Fields of BeginNetwork.</summary>
        BeginStreamedNetwork = 0x0077,

        /// <summary>Adds a layer that multiplies to it; others come by <see cref="AddLayer"/>.</summary>
        AddStreamedLayer = 0x0078,

        /// <summary>Carries the last pixels of an image, which is held for the next pass of the weights. Fields of ReadImage.</summary>
        HoldImage = 0x0079,

        /// <summary>Carries weights through the board, for all images held; the answer comes when they have been used.</summary>
        StreamWeights = 0x007A,

        /// <summary>Asks what was read in one of the images, when all weights have passed.</summary>
        GetReading = 0x007B,

        /// <summary>What the board tells at the interval of a subscription.</summary>
        TelemetryEvent = 0x4001,

        /// <summary>What happened on the board, in words.</summary>
        LogEvent = 0x4002,

        /// <summary>The answer to a request that was not carried out. Never a request.</summary>
        Error = 0x3FFF,
    }
}
