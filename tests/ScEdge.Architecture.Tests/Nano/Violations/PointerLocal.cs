namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static unsafe class PointerLocal
{
    public static int Sum(int[] values)
    {
        int sum = 0;
        fixed (int* start = values)
        {
            int* next = start;
            for (int i = 0; i < values.Length; i++)
            {
                sum += *next++;
            }
        }

        return sum;
    }
}
