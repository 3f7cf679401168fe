using System.Collections.Generic;
using System.IO;
using ScEdge.Cbram.Fitting;
using ScEdge.Input;

namespace ScEdge.Cbram.Tests.Fitting;

[Trait("Kind", "Unit")]
public sealed class WaitingTimeCsvTests
{
    [Fact]
    public void Read_ColumnsInAnyOrder_GivesTheRows()
    {
        IReadOnlyList<WaitingTime> rows = Read("# cell 7\r\ncensored, waiting_time_seconds,voltage_volts\r\n0,1.5e-3,2.6\r\n\r\n1, 0.1 ,2\r\n");
        Assert.Equal([new WaitingTime(2.6, 1.5e-3, false), new WaitingTime(2.0, 0.1, true)], rows);
    }

    [Fact]
    public void Read_WithoutCensoredColumn_TakesAllAsSwitched() =>
        Assert.Equal([new WaitingTime(2.6, 1.5e-3, false)], Read("voltage_volts,waiting_time_seconds\n2.6,0.0015"));

    [Theory]
    [InlineData("", "x.csv holds no waiting times: write a header line and one line per measurement.")]
    [InlineData("voltage_volts,waiting_time_seconds\n", "x.csv holds no waiting times: write a header line and one line per measurement.")]
    [InlineData("2.6,1e-3\n", "x.csv has an unknown column \"2.6\": the first line names voltage_volts, waiting_time_seconds and optionally "
        + "censored, separated by commas.")]
    [InlineData("voltage_volts waiting_time_seconds\n", "x.csv has an unknown column \"voltage_volts waiting_time_seconds\": the first line "
        + "names voltage_volts, waiting_time_seconds and optionally censored, separated by commas.")]
    [InlineData("voltage_volts,censored\n2,0", "x.csv lacks the column waiting_time_seconds: add it.")]
    [InlineData("waiting_time_seconds\n2", "x.csv lacks the column voltage_volts: add it.")]
    [InlineData("voltage_volts,voltage_volts\n2,0", "x.csv names a column twice: name each column once.")]
    [InlineData("voltage_volts,waiting_time_seconds\n#\n2,6,1,5", "x.csv, line 3: there are 4 values for 2 columns: correct the line "
        + "(numbers take a decimal point, not a comma).")]
    [InlineData("voltage_volts,waiting_time_seconds\n2,1\n2.6", "x.csv, line 3: there are 1 values for 2 columns: correct the line (numbers "
        + "take a decimal point, not a comma).")]
    [InlineData("voltage_volts,waiting_time_seconds\n2,0", "x.csv, line 2: waiting_time_seconds is \"0\": write a positive number such as "
        + "2.6 or 1.5e-3.")]
    [InlineData("voltage_volts,waiting_time_seconds\n2,NaN", "x.csv, line 2: waiting_time_seconds is \"NaN\": write a positive number such "
        + "as 2.6 or 1.5e-3.")]
    [InlineData("voltage_volts,waiting_time_seconds\n2,1e999", "x.csv, line 2: waiting_time_seconds is \"1e999\": write a positive number "
        + "such as 2.6 or 1.5e-3.")]
    [InlineData("voltage_volts,waiting_time_seconds\n-2,1", "x.csv, line 2: voltage_volts is \"-2\": write a positive number such as 2.6 or 1.5e-3.")]
    [InlineData("voltage_volts,waiting_time_seconds\n2 V,1",
        "x.csv, line 2: voltage_volts is \"2 V\": write a positive number such as 2.6 or 1.5e-3.")]
    [InlineData("voltage_volts,waiting_time_seconds\n,1", "x.csv, line 2: voltage_volts is \"\": write a positive number such as 2.6 or 1.5e-3.")]
    [InlineData("voltage_volts,waiting_time_seconds,censored\n2,1,yes", "x.csv, line 2: censored is \"yes\": write 1 if the test ended "
        + "without switching, otherwise 0.")]
    public void Read_BadTable_SaysWhat(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => Read(text)).Message);

    [Fact]
    public void Load_File_ReadsIt()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "voltage_volts,waiting_time_seconds\n2.6,0.0015\n");
            Assert.Equal([new WaitingTime(2.6, 1.5e-3, false)], WaitingTimeCsv.Load(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_MissingFile_SaysSo() => Assert.StartsWith(
        "Cannot read 'nowhere.csv'",
        Assert.Throws<InputException>(() => WaitingTimeCsv.Load("nowhere.csv")).Message,
        System.StringComparison.Ordinal);

    [Theory]
    [InlineData("\"voltage_volts\",\"waiting_time_seconds\"\n2.6,0.0015\n")]
    [InlineData("\"\",\"voltage_volts\",\"waiting_time_seconds\"\r\n\"1\",2.6,0.0015\r\n")]
    [InlineData("voltage_volts\twaiting_time_seconds\n2.6\t0.0015\n")]
    [InlineData("voltage_volts;waiting_time_seconds\n\"2.6\" ; 1.5e-3")]
    [InlineData("voltage_volts,waiting_time_seconds,\n2.6,0.0015,\n")]
    [InlineData("voltage_volts,waiting_time_seconds,\n2.6,0.0015\n")]
    [InlineData("voltage_volts,waiting_time_seconds\n2.6,0.0015,\n")]
    [InlineData("voltage_volts,waiting_time_seconds\r2.6,0.0015\r")]
    public void Read_AsOthersWrite_GivesTheSame(string text)
    {
        Assert.Equal([new WaitingTime(2.6, 1.5e-3, false)], Read(text));
    }

    [Theory]
    [InlineData("9.91E+37")]
    [InlineData("9.9E37")]
    [InlineData("199.999E+99")]
    public void Read_OverflowCodeOfAnInstrument_SaysWhatItIs(string code)
    {
        string message = Assert.Throws<InputException>(() => Read($"voltage_volts,waiting_time_seconds\n2,1\n2.6,{code}\n")).Message;
        Assert.StartsWith(
            $"x.csv, line 3: waiting_time_seconds is \"{code}\", which instruments write for an overflow",
            message,
            System.StringComparison.Ordinal);
    }

    private static IReadOnlyList<WaitingTime> Read(string text) => WaitingTimeCsv.Read(text, "x.csv");
}
