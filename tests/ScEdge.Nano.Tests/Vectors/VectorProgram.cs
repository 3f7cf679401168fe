namespace ScEdge.Nano.Tests.Vectors
{
    /// <summary>
    /// All vectors: a program on the chip's runtime, a part of the tests on a desktop.
    /// </summary>
    public static class VectorProgram
    {
        /// <summary>Runs every case and closes the log.</summary>
        public static void Run(VectorLog log)
        {
            SourceVectors.Run(log);
            OperatorVectors.Run(log);
            CellVectors.Run(log);
            OptimizerVectors.Run(log);
            PassVectors.Run(log);
            CircuitVectors.Run(log);
            EntropyVectors.Run(log);
            FrameVectors.Run(log);
            SessionVectors.Run(log);
            ReadingVectors.Run(log);
            log.Close();
        }

#if NANOFRAMEWORK_1_0
        /// <summary>Prints one line for each case and a closing one.</summary>
        public static void Main()
        {
            Run(new VectorLog(true));
        }
#endif
    }
}
