namespace System.IO
{
    public abstract class Stream : MarshalByRefObject
    {
        public virtual long Length => throw null;

        public virtual void Close() => throw null;

        public virtual void Flush() => throw null;

        public virtual long Seek(long offset, SeekOrigin origin) => throw null;

        public virtual int Read(byte[] buffer, int offset, int count) => throw null;

        public virtual void Write(byte[] buffer, int offset, int count) => throw null;
    }

    public enum SeekOrigin
    {
        Begin = 0,
    }
}
