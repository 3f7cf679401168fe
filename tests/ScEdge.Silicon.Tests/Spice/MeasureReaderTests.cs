using System.Collections.Generic;
using ScEdge.Silicon.Spice;

namespace ScEdge.Silicon.Tests.Spice;

[Trait("Kind", "Unit")]
public sealed class MeasureReaderTests
{
    [Fact]
    public void Read_OutputOfNgspice_HasTheMeasurementsThatSucceeded()
    {
        const string Output = """
            No. of Data Rows : 1020
            td                  =  1.351298e-11 targ=  1.235130e-10 trig=  1.100000e-10
            charge              =  -7.26997e-15 from=  5.00000e-11 to=  1.00000e-09
            vmax                =  9.125326e-01 at=  1.000780e-07
            droop               =   failed
            Error: measure  rise  trig(TARG) : out of interval
            infinite = inf
            Total elapsed time (seconds) = 20.045
             .meas tran rise trig v(in) val=    4.5e-01
            """;

        IReadOnlyDictionary<string, double> measures = MeasureReader.Read(Output);

        Assert.Equal(["td", "charge", "vmax"], measures.Keys);
        Assert.Equal((1.351298e-11, -7.26997e-15, 0.9125326), (measures["td"], measures["CHARGE"], measures["vmax"]));
    }
}
