using System;

namespace ScEdge.Stochastic.Sources
{
    /// <summary>
    /// The direction numbers of the first 32 dimensions of Sobol's sequence.
    /// </summary>
    /// <remarks>
    /// <para>A dimension is a primitive polynomial x^s + a_1 x^(s-1) + ... + a_(s-1) x + 1 and s odd initial numbers
    /// m_k below 2^k; the later ones follow from
    /// m_k = 2 a_1 m_(k-1) ^ 4 a_2 m_(k-2) ^ ... ^ 2^s m_(k-s) ^ m_(k-s). Direction number k is the binary fraction
    /// m_k / 2^k. Dimension 1 has m_k = 1 throughout: bit reversal.</para>
    /// <para>Polynomials and initial numbers are those that S. Joe and F. Kuo chose for good two-dimensional projections
    /// ("Constructing Sobol Sequences with Better Two-Dimensional Projections", SIAM J. Sci. Comput. 30, 2008; set
    /// new-joe-kuo-6, dimensions 2..32).</para>
    /// </remarks>
    public static class SobolDirectionNumbers
    {
        /// <summary>Number of dimensions.</summary>
        public const int Dimensions = 32;

        // From dimension 2 on: the degree s, the inner coefficients a_1 .. a_(s-1) with a_1 as the highest bit, then
        // m_1 .. m_s.
        private static readonly byte[] Table =
        {
            1, 0, 1,
            2, 1, 1, 3,
            3, 1, 1, 3, 1,
            3, 2, 1, 1, 1,
            4, 1, 1, 1, 3, 3,
            4, 4, 1, 3, 5, 13,
            5, 2, 1, 1, 5, 5, 17,
            5, 4, 1, 1, 5, 5, 5,
            5, 7, 1, 1, 7, 11, 19,
            5, 11, 1, 1, 5, 1, 1,
            5, 13, 1, 1, 1, 3, 11,
            5, 14, 1, 3, 5, 5, 31,
            6, 1, 1, 3, 3, 9, 7, 49,
            6, 13, 1, 1, 1, 15, 21, 21,
            6, 16, 1, 3, 1, 13, 27, 49,
            6, 19, 1, 1, 1, 15, 7, 5,
            6, 22, 1, 3, 1, 15, 13, 25,
            6, 25, 1, 1, 5, 5, 19, 61,
            7, 1, 1, 3, 7, 11, 23, 15, 103,
            7, 4, 1, 3, 7, 13, 13, 15, 69,
            7, 7, 1, 1, 3, 13, 7, 35, 63,
            7, 8, 1, 3, 5, 9, 1, 25, 53,
            7, 14, 1, 3, 1, 13, 9, 35, 107,
            7, 19, 1, 3, 1, 5, 27, 61, 31,
            7, 21, 1, 1, 5, 11, 19, 41, 61,
            7, 28, 1, 3, 5, 3, 3, 13, 69,
            7, 31, 1, 1, 7, 13, 1, 19, 1,
            7, 32, 1, 3, 7, 5, 13, 19, 59,
            7, 37, 1, 1, 3, 9, 25, 29, 41,
            7, 41, 1, 3, 5, 13, 23, 1, 55,
            7, 42, 1, 3, 7, 3, 13, 59, 17,
        };

        /// <summary>Returns the 32 direction numbers of a dimension as fractions of 2^32, the first (1/2) at index 0.</summary>
        /// <param name="dimension">Dimension, 1..32.</param>
        /// <exception cref="ArgumentException">There is no such dimension.</exception>
        public static uint[] Of(int dimension)
        {
            if (dimension < 1 || dimension > Dimensions)
            {
                throw new ArgumentException(
                    "Sobol dimension " + dimension.ToString()
                    + " is outside 1..32; give each independent stream one of these.");
            }

            uint[] directions = new uint[32];
            if (dimension == 1)
            {
                for (int k = 0; k < 32; k++)
                {
                    directions[k] = 0x80000000u >> k;
                }

                return directions;
            }

            int row = 0;
            for (int i = 2; i < dimension; i++)
            {
                row += 2 + Table[row];
            }

            int degree = Table[row];
            int coefficients = Table[row + 1];
            for (int k = 0; k < 32; k++)
            {
                directions[k] = k < degree
                    ? (uint)Table[row + 2 + k] << (31 - k)
                    : Extend(directions, k, degree, coefficients);
            }

            return directions;
        }

        // The recurrence in fractions: multiplying m_(k-i) by 2^i is what the common binary point does by itself.
        private static uint Extend(uint[] directions, int k, int degree, int coefficients)
        {
            uint direction = directions[k - degree] ^ (directions[k - degree] >> degree);
            for (int i = 1; i < degree; i++)
            {
                if (((coefficients >> (degree - 1 - i)) & 1) != 0)
                {
                    direction ^= directions[k - i];
                }
            }

            return direction;
        }
    }
}
