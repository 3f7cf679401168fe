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
            bool equal = actual.Value == expected;
            passed += equal ? 1 : 0;
            failed += equal ? 0 : 1;
            Write(name + ": " + actual.Value.ToString() + (equal ? " as recorded" : " instead of " + expected.ToString()));
        }

        /// <summary>Writes the closing line.</summary>
        public void Close()
        {
            Write(passed.ToString() + " passed, " + failed.ToString() + " failed");
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
