namespace System.IO
{
    public class FileStream : Stream
    {
        public FileStream(string path, FileMode mode, FileAccess access) => throw null;
    }

    public enum FileMode
    {
        Create = 2,
        Open = 3,
        Append = 6,
    }

    public enum FileAccess
    {
        Read = 1,
        Write = 2,
    }
}
