using System;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace ScEdge.Kernels.Threading;

/// <summary>
/// A fixed team of threads that shares out the parts of one piece of work at a time.
/// </summary>
/// <remarks>
/// The calling thread is worker 0, so a team of one starts no thread. Idle workers look for new work for a short while
/// (<see cref="SpinMicroseconds"/>) and then sleep; the next region of a training step usually arrives before that. Every
/// worker begins with its own share of neighbouring parts, so that from region to region the same memory stays in its
/// cache, and then helps the others. Parts are claimed one by one, so a part should last some microseconds at least. Only
/// one thread may call Run at a time, and a part must not call it.
/// </remarks>
public sealed class WorkerTeam : IDisposable
{
    /// <summary>How long an idle thread looks for work before it sleeps, in microseconds.</summary>
    public const int SpinMicroseconds = 200;

    private const int ClaimStride = 16;

    private static readonly long SpinTicks = Stopwatch.Frequency * SpinMicroseconds / 1_000_000;

    private readonly object _gate = new();
    private readonly Thread[] _threads;
    private readonly ActionWork _actionWork = new();

    // For each worker, cache lines apart. High half: number of the region, so that a late worker cannot claim a part of the
    // wrong one. Low half: parts left of the share.
    private readonly long[] _claims;
    private int _region;
    private IParallelWork? _work;
    private int _partCount;
    private int _unfinished;
    private int _sleeping;
    private int _running;
    private bool _disposed;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Starts the team.</summary>
    /// <param name="threadCount">Number of threads including the caller's, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public WorkerTeam(int threadCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threadCount, 1);
        ThreadCount = threadCount;
        _claims = new long[threadCount * ClaimStride];
        _threads = new Thread[threadCount - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            int worker = i + 1;
            _threads[i] = new Thread(() => Serve(worker)) { IsBackground = true, Name = $"ScEdge worker {worker}" };
            _threads[i].Start();
        }
    }

    /// <summary>Number of threads including the caller's.</summary>
    public int ThreadCount { get; }

    /// <summary>Runs all parts and returns when the last has ended.</summary>
    /// <param name="partCount">Number of parts; 0 does nothing.</param>
    /// <param name="work">The work; it is told the part and the worker.</param>
    /// <exception cref="InvalidOperationException">The team is already running something.</exception>
    /// <remarks>If parts throw, the other parts still run and the first exception is thrown here.</remarks>
    public void Run(int partCount, IParallelWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentOutOfRangeException.ThrowIfNegative(partCount);
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Interlocked.Exchange(ref _running, 1) != 0)
        {
            throw new InvalidOperationException("The worker team is already running; a part must not start another region.");
        }

        try
        {
            Publish(partCount, work);
            ClaimAll(0);
            AwaitLastPart();
        }
        finally
        {
            _work = null;
            Volatile.Write(ref _running, 0);
        }

        ExceptionDispatchInfo? failure = _failure;
        _failure = null;
        failure?.Throw();
    }

    /// <summary>Runs all parts of a delegate; keep the delegate in a field if the call must not allocate.</summary>
    /// <param name="partCount">Number of parts; 0 does nothing.</param>
    /// <param name="part">The work; it is told the part.</param>
    public void Run(int partCount, Action<int> part)
    {
        ArgumentNullException.ThrowIfNull(part);
        _actionWork.Part = part;
        Run(partCount, _actionWork);
    }

    /// <summary>Ends the threads; waits for them.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Monitor.PulseAll(_gate);
        }

        foreach (Thread thread in _threads)
        {
            thread.Join();
        }
    }

    private void Publish(int partCount, IParallelWork work)
    {
        _work = work;
        _partCount = partCount;
        _unfinished = partCount;
        int region = _region + 1;
        for (int share = 0; share < ThreadCount; share++)
        {
            Volatile.Write(ref _claims[share * ClaimStride], ((long)region << 32) | (uint)(EndOf(share) - EndOf(share - 1)));
        }

        // The exchange is a full fence: either this thread sees the sleeper or the sleeper sees the new region.
        Interlocked.Exchange(ref _region, region);
        if (_threads.Length > 0 && Volatile.Read(ref _sleeping) > 0)
        {
            lock (_gate)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    private int EndOf(int share) => (int)((long)_partCount * (share + 1) / ThreadCount);

    private void ClaimAll(int worker)
    {
        for (int i = 0; i < ThreadCount; i++)
        {
            Claim((worker + i) % ThreadCount, worker);
        }
    }

    private void Claim(int share, int worker)
    {
        ref long claimed = ref _claims[share * ClaimStride];
        while (true)
        {
            long claims = Volatile.Read(ref claimed);
            int left = (int)(claims & 0xFFFFFFFF);
            if (left == 0)
            {
                return;
            }

            if (Interlocked.CompareExchange(ref claimed, claims - 1, claims) == claims)
            {
                // The region cannot end before this part does, so _work and _partCount are its own.
                Execute(_work!, EndOf(share) - left, worker);
            }
        }
    }

    private void Execute(IParallelWork work, int part, int worker)
    {
        try
        {
            work.Execute(part, worker);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        }

        if (Interlocked.Decrement(ref _unfinished) == 0 && worker != 0)
        {
            lock (_gate)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void AwaitLastPart()
    {
        long start = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _unfinished) != 0)
        {
            if (Stopwatch.GetTimestamp() - start < SpinTicks)
            {
                Thread.SpinWait(5);
                continue;
            }

            lock (_gate)
            {
                while (Volatile.Read(ref _unfinished) != 0)
                {
                    Monitor.Wait(_gate);
                }
            }
        }
    }

    private void Serve(int worker)
    {
        int seen = 0;
        while (AwaitRegion(ref seen))
        {
            ClaimAll(worker);
        }
    }

    private bool AwaitRegion(ref int seen)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetTimestamp() - start < SpinTicks && !Volatile.Read(ref _disposed))
        {
            if (Advanced(ref seen))
            {
                return true;
            }

            Thread.SpinWait(5);
        }

        lock (_gate)
        {
            Interlocked.Increment(ref _sleeping);
            bool advanced = false;
            while (!_disposed && !(advanced = Advanced(ref seen)))
            {
                Monitor.Wait(_gate);
            }

            Interlocked.Decrement(ref _sleeping);
            return advanced;
        }
    }

    private bool Advanced(ref int seen)
    {
        int region = Volatile.Read(ref _region);
        bool advanced = region != seen;
        seen = region;
        return advanced;
    }

    private sealed class ActionWork : IParallelWork
    {
        public Action<int> Part { get; set; } = static _ => { };

        public void Execute(int part, int worker) => Part(part);
    }
}
