namespace nanoFramework.Runtime.Native
{
    public class Power
    {
        internal Power() => throw null;

        public static void RebootDevice(RebootOption rebootOption) => throw null;
    }
}
