using System;

namespace ScEdge.Nano.Tests.Vectors
{
    /// <summary>
    /// Compares what a case made with what was recorded, and keeps one line for each.
    /// </summary>
    public sealed class VectorLog
    {
        private const int MostCases = 256;

        private readonly string[] lines = new string[MostCases];
        private readonly bool prints;
        private int passed;
        private int failed;

        /// <summary>Makes an empty log.</summary>
        /// <param name="prints">Whether every line is printed at once, so that those before a crash are seen.</param>
        public VectorLog(bool prints)
        {
            this.prints = prints;
        }

        /// <summary>Gets the number of lines: one for each case, and the closing one once it is written.</summary>
        public int Count { get; private set; }

        /// <summary>Gets the number of cases that failed.</summary>
        public int Failed
        {
            get { return failed; }
        }

        /// <summary>Returns a line.</summary>
        public string Line(int index)
        {
            return lines[index];
        }

        /// <summary>Compares a case with its record.</summary>
        /// <param name="name">Name of the case.</param>
        /// <param name="expected">Recorded digest.</param>
        /// <param name="actual">Digest of what the case made here.</param>
        public void Check(string name, uint expected, Digest actual)
        {
            Close(name, actual.Value == expected, expected.ToString(), actual.Value.ToString());
        }

        /// <summary>Compares a number with its record.</summary>
        public void CheckNumber(string name, int expected, int actual)
        {
            Close(name, actual == expected, expected.ToString(), actual.ToString());
        }

        /// <summary>Compares bytes with those that a document gives.</summary>
        public void CheckBytes(string name, byte[] expected, byte[] actual)
        {
            Digest recorded = new Digest();
            recorded.Add(expected, 0, expected.Length);
            Digest made = new Digest();
            made.Add(actual, 0, actual.Length);
            Check(name, recorded.Value, made);
        }

        /// <summary>Writes the closing line.</summary>
        public void Close()
        {
            Write(passed.ToString() + " passed, " + failed.ToString() + " failed");
        }

        private void Close(string name, bool equal, string expected, string actual)
        {
            passed += equal ? 1 : 0;
            failed += equal ? 0 : 1;
            Write(name + ": " + actual + (equal ? " as recorded" : " instead of " + expected));
        }

        private void Write(string line)
        {
            lines[Count] = line;
            Count++;
            if (prints)
            {
                Console.WriteLine(line);
            }
        }
    }
}
