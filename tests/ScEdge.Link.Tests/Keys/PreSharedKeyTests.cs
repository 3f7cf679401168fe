using System;
using System.IO;
using ScEdge.Input;
using ScEdge.Link.Keys;

namespace ScEdge.Link.Tests.Keys;

[Trait("Kind", "Unit")]
public sealed class PreSharedKeyTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void FromFile_TextWithWhiteSpace_IsTheSameKeyAsFromTheEnvironment()
    {
        string path = Path.GetTempFileName();
        string variable = "SCEDGE_TEST_" + Guid.NewGuid().ToString("N");
        File.WriteAllText(path, $"  {Secret}\r\n");
        Environment.SetEnvironmentVariable(variable, Secret);
        try
        {
            PreSharedKey fromFile = PreSharedKey.FromFile(path);
            PreSharedKey fromVariable = PreSharedKey.FromEnvironment(variable)!;
            Assert.Equal(fromFile.Authenticate([1, 2]), fromVariable.Authenticate([1, 2]));
            Assert.DoesNotContain(Secret, fromFile.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void FromFile_FileOfOthersToo_IsRefused(UnixFileMode others)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string path = Path.GetTempFileName();
        File.WriteAllText(path, Secret);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
        Assert.Contains(
            "can be read or written by others", Assert.Throws<InputException>(() => PreSharedKey.FromFile(path)).Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void FromFile_DeviceWithoutEnd_IsRefused()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Throws<InputException>(() => PreSharedKey.FromFile("/dev/zero"));
        }
    }

    [Fact]
    public void FromFile_Unusable_SaysWhyAndDoesNotEchoIt()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "short-secret");
            string message = Assert.Throws<InputException>(() => PreSharedKey.FromFile(path)).Message;
            Assert.StartsWith($"The key in the file {path} is too short: use at least 16 characters", message, StringComparison.Ordinal);
            Assert.DoesNotContain("short-secret", message, StringComparison.Ordinal);

            File.WriteAllText(path, "aaaaaaaaaaaaaaaa");
            Assert.Contains("can be guessed", Assert.Throws<InputException>(() => PreSharedKey.FromFile(path)).Message, StringComparison.Ordinal);

            File.WriteAllBytes(path, new byte[5000]);
            Assert.Contains("larger than 4096 bytes", Assert.Throws<InputException>(() => PreSharedKey.FromFile(path)).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Contains("cannot be read", Assert.Throws<InputException>(() => PreSharedKey.FromFile(path)).Message, StringComparison.Ordinal);
        Assert.Null(PreSharedKey.FromEnvironment("SCEDGE_TEST_" + Guid.NewGuid().ToString("N")));
    }
}
