using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// One stochastic path from a quantity to the change of a register: scale, generator, optional multiplier, counter.
    /// </summary>
    /// <remarks>
    /// Of parameter i the stream owns the counters i x 16 ceil(N / 32) and following, so parameters may be computed in
    /// any order and on any number of threads.
    /// </remarks>
    public sealed class UpdatePath
    {
        private readonly ulong seed;
        private readonly uint stream;
        private readonly int length;
        private readonly uint counterStride;
        private readonly bool bipolar;
        private readonly CellBank bank;
        private uint stepKeyLow;
        private uint keyLow;
        private uint keyHigh;
        private StreamScale scale;
        private uint[] multiplier;
        private bool isCounted;
        private int countShift;

        /// <summary>Makes the path.</summary>
        /// <param name="settings">Seed and encoding.</param>
        /// <param name="tensor">Index of the tensor.</param>
        /// <param name="kind">Which of the tensor's streams.</param>
        /// <param name="length">Stream length in bits.</param>
        /// <param name="bank">Cells that make the bits.</param>
        public UpdatePath(OptimizerSettings settings, uint tensor, StreamKind kind, int length, CellBank bank)
        {
            seed = settings.Seed;
            stream = StreamNumber(tensor, kind);
            this.length = length;
            counterStride = (uint)((length + 31) / 32 * BernoulliWord.CounterStride);
            bipolar = settings.Encoding == UpdateEncoding.Bipolar;
            this.bank = bank;
        }

        /// <summary>Returns the number by which the generator knows a stream of a tensor.</summary>
        public static uint StreamNumber(uint tensor, StreamKind kind)
        {
            return (tensor * 16) + (uint)kind;
        }

        /// <summary>Gets the scale of the step.</summary>
        public StreamScale Scale
        {
            get { return scale; }
        }

        /// <summary>Gets the stream length in bits.</summary>
        public int Length
        {
            get { return length; }
        }

        /// <summary>Gets whether a value is coded as (1 + value) / 2 and not by a sign of its own.</summary>
        public bool IsBipolar
        {
            get { return bipolar; }
        }

        /// <summary>Gets the key of the step's random words.</summary>
        public ulong Key
        {
            get { return ((ulong)keyHigh << 32) | keyLow; }
        }

        /// <summary>Gets the counters that each parameter owns: 16 for every started 32 bits.</summary>
        public uint CounterStride
        {
            get { return counterStride; }
        }

        /// <summary>Gets the words of the stream that the step multiplies with, or null. The backing array.</summary>
        public uint[] Multiplier
        {
            get { return multiplier; }
        }

        /// <summary>Gets whether the quantity is a count already and changes the register as it is, without a stream.</summary>
        public bool IsCounted
        {
            get { return isCounted; }
        }

        /// <summary>Gets the digits by which a count is shifted left, at most 15; negative: its lower digits are dropped.</summary>
        public int CountShift
        {
            get { return countShift; }
        }

        /// <summary>Prepares a step in which the quantity is a count of coincidences, made in the passes.</summary>
        /// <param name="shift">Digits from a step of the count to one of the target register; from 15 on every count meets its end.</param>
        public void BeginCounted(int shift)
        {
            isCounted = true;
            countShift = shift < 15 ? shift : 15;
        }

        /// <summary>Prepares a step.</summary>
        /// <param name="step">Step index.</param>
        /// <param name="maximum">Largest magnitude of the tensor.</param>
        /// <param name="coefficient">Factor from the magnitude's steps to the target register's.</param>
        /// <param name="rate">Words of a stream to multiply with, or null.</param>
        public void Begin(uint step, uint maximum, Coefficient coefficient, uint[] rate)
        {
            ulong key = CounterGenerator.Key(seed, stream, step);
            stepKeyLow = (uint)key;
            keyLow = stepKeyLow;
            keyHigh = (uint)(key >> 32);
            scale = StreamScale.For(maximum, coefficient, length);
            multiplier = rate;
            isCounted = false;
        }

        /// <summary>Lets index 0 stand for another parameter of the tensor, until the next step.</summary>
        /// <remarks>A word depends on the sum of counter and low half of the key alone, so the key takes up the difference.</remarks>
        /// <param name="parameter">Index in the tensor.</param>
        public void MoveTo(int parameter)
        {
            keyLow = stepKeyLow + ((uint)parameter * counterStride);
        }

        /// <summary>Draws the change of the target register for one parameter, in its steps; its mean is value x coefficient.</summary>
        /// <param name="index">Parameter.</param>
        /// <param name="lane">Lane of cells that makes the number.</param>
        /// <param name="value">Signed quantity, of magnitude at most the maximum of the step.</param>
        /// <param name="counts">Receives what the circuit did.</param>
        public int Change(int index, int lane, int value, OperationCounts counts)
        {
            if (isCounted)
            {
                return countShift >= 0 ? value << countShift : countShift < -15 ? 0 : value / (1 << -countShift);
            }

            uint counter = (uint)index * counterStride;
            uint magnitude = (uint)(value < 0 ? -value : value);
            if (bipolar)
            {
                uint swing = scale.HalfProbability(magnitude);
                uint half = BernoulliWord.One / 2;
                uint middled = value < 0 ? half - swing : half + swing;
                int up = Count(lane, middled, counter, counts);
                counts.CounterIncrements += up;
                counts.CounterDecrements += length - up;
                return ((2 * up) - length) << scale.QuantumShift;
            }

            int ones = Count(lane, scale.Probability(magnitude), counter, counts);
            counts.CounterIncrements += ones;
            ones <<= scale.QuantumShift;
            return value < 0 ? -ones : ones;
        }

        private int Count(int lane, uint probability, uint counter, OperationCounts counts)
        {
            return multiplier == null
                ? bank.CountOnes(lane, probability, length, keyLow, keyHigh, counter, counts)
                : CountProduct(lane, probability, counter, counts);
        }

        /// <summary>Counts the ones of the product with the rate's stream: AND, or XNOR in bipolar coding.</summary>
        private int CountProduct(int lane, uint probability, uint counter, OperationCounts counts)
        {
            int ones = 0;
            int switched = 0;
            int word = 0;
            for (int left = length; left > 0; left -= 32)
            {
                uint mask = left >= 32 ? 0xFFFFFFFFu : (1u << left) - 1;
                uint bits = bank.DrawWord(lane, word, probability, mask, keyLow, keyHigh, counter, counts);
                uint product = bipolar ? ~(bits ^ multiplier[word]) & mask : bits & multiplier[word];
                ones += PopulationCount.Of(product);
                switched += PopulationCount.Of(bits);
                counter += BernoulliWord.CounterStride;
                word++;
            }

            bank.CountNumber(probability, length, switched, counts);
            if (bipolar)
            {
                counts.XnorOperations += length;
            }
            else
            {
                counts.AndOperations += length;
            }

            return ones;
        }
    }
}
