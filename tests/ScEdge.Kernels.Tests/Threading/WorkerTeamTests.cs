using System;
using System.Threading;
using ScEdge.Kernels.Threading;
using ScEdge.Protocol.Tests;

namespace ScEdge.Kernels.Tests.Threading;

[Trait("Kind", "Unit")]
public sealed class WorkerTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Run_ManyRegions_EveryPartRunsOnce(int threads)
    {
        using WorkerTeam team = new(threads);
        int[] runs = new int[37];
        Action<int> part = i => Interlocked.Increment(ref runs[i]);
        int expected = 0;
        for (int region = 0; region < 400; region++)
        {
            team.Run(runs.Length, part);
            expected++;
            Assert.All(runs, count => Assert.Equal(expected, count));
            if (region % 50 == 0)
            {
                // Long enough for the workers to fall asleep.
                Thread.Sleep(2);
            }
        }
    }

    [Fact]
    public void Run_Workers_StayInRangeAndAreNeverSharedAtOnce()
    {
        using WorkerTeam team = new(3);
        WorkerRecorder recorder = new(3);
        for (int i = 0; i < 100; i++)
        {
            team.Run(11, recorder);
        }

        Assert.False(recorder.Shared);
    }

    [Fact]
    public void Run_OneThread_UsesTheCaller()
    {
        using WorkerTeam team = new(1);
        int caller = Environment.CurrentManagedThreadId;
        team.Run(5, _ => Assert.Equal(caller, Environment.CurrentManagedThreadId));
    }

    [Fact]
    public void Run_NoParts_DoesNothing()
    {
        using WorkerTeam team = new(2);
        team.Run(0, _ => Assert.Fail("There is no part to run."));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_PartThrows_OtherPartsRunAndTheTeamGoesOn(int threads)
    {
        using WorkerTeam team = new(threads);
        int done = 0;
        Action<int> part = i =>
        {
            if (i == 4)
            {
                throw new FormatException("part 4");
            }

            Interlocked.Increment(ref done);
        };
        for (int i = 1; i <= 20; i++)
        {
            Assert.Equal("part 4", Assert.Throws<FormatException>(() => team.Run(9, part)).Message);
            Assert.Equal(8 * i, done);
        }
    }

    [Fact]
    public void Run_FromAPart_Throws()
    {
        using WorkerTeam team = new(2);
        Assert.Throws<InvalidOperationException>(() => team.Run(1, _ => team.Run(1, static _ => { })));
        team.Run(1, static _ => { });
    }

    [Fact]
    public void Run_AfterDispose_Throws()
    {
        WorkerTeam team = new(2);
        team.Dispose();
        team.Dispose();
        Assert.Throws<ObjectDisposedException>(() => team.Run(1, static _ => { }));
    }

    [Fact]
    public void Run_ManyRegions_AllocatesNothing()
    {
        using WorkerTeam team = new(2);
        WorkerRecorder recorder = new(2);
        team.Run(4, recorder);

        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                team.Run(4, recorder);
            }
        }));
    }

    [Fact]
    public void Constructor_NoThread_Throws()
        => Assert.Throws<ArgumentOutOfRangeException>(static () => new WorkerTeam(0));

    private sealed class WorkerRecorder(int workers) : IParallelWork
    {
        private readonly int[] _inside = new int[workers];

        public bool Shared { get; private set; }

        public void Execute(int part, int worker)
        {
            if (Interlocked.Increment(ref _inside[worker]) != 1)
            {
                Shared = true;
            }

            Thread.SpinWait(50);
            Interlocked.Decrement(ref _inside[worker]);
        }
    }
}
