namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// What a product layer sums over: windows of a map. A dense layer has one window, the whole map.
    /// </summary>
    /// <remarks>Maps are [channel][row][column], weights [output][channel][row][column].</remarks>
    public sealed class WindowShape
    {
        /// <summary>Describes a layer.</summary>
        /// <param name="channels">Channels of the input.</param>
        /// <param name="height">Rows of the input.</param>
        /// <param name="width">Columns of the input.</param>
        /// <param name="outputs">Outputs of a window: channels of the output.</param>
        /// <param name="kernelHeight">Rows of a window.</param>
        /// <param name="kernelWidth">Columns of a window.</param>
        /// <param name="padding">Rows and columns of zeros around the input.</param>
        public WindowShape(int channels, int height, int width, int outputs, int kernelHeight, int kernelWidth, int padding)
        {
            Channels = channels;
            Height = height;
            Width = width;
            Outputs = outputs;
            KernelHeight = kernelHeight;
            KernelWidth = kernelWidth;
            Padding = padding;
            OutputHeight = height + (2 * padding) - kernelHeight + 1;
            OutputWidth = width + (2 * padding) - kernelWidth + 1;
        }

        /// <summary>Gets the channels of the input.</summary>
        public int Channels { get; }

        /// <summary>Gets the rows of the input.</summary>
        public int Height { get; }

        /// <summary>Gets the columns of the input.</summary>
        public int Width { get; }

        /// <summary>Gets the channels of the output.</summary>
        public int Outputs { get; }

        /// <summary>Gets the rows of a window.</summary>
        public int KernelHeight { get; }

        /// <summary>Gets the columns of a window.</summary>
        public int KernelWidth { get; }

        /// <summary>Gets the rows and columns of zeros around the input.</summary>
        public int Padding { get; }

        /// <summary>Gets the rows of the output.</summary>
        public int OutputHeight { get; }

        /// <summary>Gets the columns of the output.</summary>
        public int OutputWidth { get; }

        /// <summary>Gets the windows: positions of an output channel.</summary>
        public int Positions
        {
            get { return OutputHeight * OutputWidth; }
        }

        /// <summary>Gets whether the only window is the map itself, so that every input meets the tap of its own number.</summary>
        public bool IsDense
        {
            get { return Positions == 1 && Padding == 0; }
        }

        /// <summary>Gets the weights of one output.</summary>
        public int Taps
        {
            get { return Channels * KernelHeight * KernelWidth; }
        }

        /// <summary>Gets the numbers of the input.</summary>
        public int InputCount
        {
            get { return Channels * Height * Width; }
        }

        /// <summary>Gets the numbers of the output.</summary>
        public int OutputCount
        {
            get { return Outputs * Positions; }
        }

        /// <summary>Gets the multiplications of one pass, products with the padding not among them.</summary>
        public long Products
        {
            get
            {
                return (long)Outputs * Channels * TapsInside(OutputHeight, KernelHeight, Height) * TapsInside(OutputWidth, KernelWidth, Width);
            }
        }

        /// <summary>Returns the place of a tap in the input, or -1 in the padding.</summary>
        /// <param name="position">Window, 0..Positions - 1, row by row.</param>
        /// <param name="tap">Tap, 0..Taps - 1.</param>
        public int InputIndex(int position, int tap)
        {
            int column = tap % KernelWidth;
            int row = tap / KernelWidth % KernelHeight;
            int channel = tap / (KernelWidth * KernelHeight);
            int y = (position / OutputWidth) + row - Padding;
            int x = (position % OutputWidth) + column - Padding;
            return y < 0 || y >= Height || x < 0 || x >= Width ? -1 : (((channel * Height) + y) * Width) + x;
        }

        /// <summary>Adds up, over all windows along one direction, the taps that lie inside of the map.</summary>
        private int TapsInside(int windows, int kernel, int size)
        {
            int inside = 0;
            for (int window = 0; window < windows; window++)
            {
                for (int tap = 0; tap < kernel; tap++)
                {
                    int place = window + tap - Padding;
                    inside += place >= 0 && place < size ? 1 : 0;
                }
            }

            return inside;
        }
    }
}
