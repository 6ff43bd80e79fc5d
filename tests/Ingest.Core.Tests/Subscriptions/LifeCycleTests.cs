using Ingest.Core.Subscriptions;

namespace Ingest.Core.Tests.Subscriptions;

public class LifeCycleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly Subscriber Pending = LifeCycle.Ask(null, new string('a', 32), new("li@example.org"), Choice.Default, Now);
    private static readonly Subscriber Active = LifeCycle.Confirm(Pending, Now);

    [Fact]
    public void Confirm_Works_For_48_Hours_And_Once()
    {
        Assert.Equal(SubscriberState.Active, LifeCycle.Confirm(Pending, Now.AddHours(48)).State);
        Assert.Same(Pending, LifeCycle.Confirm(Pending, Now.AddHours(48).AddSeconds(1)));
        Assert.Same(Active, LifeCycle.Confirm(Active, Now));
    }

    [Fact]
    public void Steps_Done_Twice_Do_Nothing()
    {
        Assert.Same(Active, LifeCycle.Ask(Active, Active.Id, Active.Address, Choice.Default, Now));
        var paused = LifeCycle.Pause(Active, Now);
        Assert.Same(paused, LifeCycle.Pause(paused, Now));
        Assert.Same(Active, LifeCycle.Resume(Active, Now));
        var left = LifeCycle.Leave(paused, Now);
        Assert.Same(left, LifeCycle.Leave(left, Now));
        Assert.Same(left, LifeCycle.Resume(left, Now));
    }

    [Fact]
    public void Complaint_And_Bounce_End_It_Until_Asked_And_Confirmed_Anew()
    {
        var complained = LifeCycle.Complain(Active, Now);
        Assert.Same(complained, LifeCycle.Bounce(complained, Now));
        Assert.Same(complained, LifeCycle.Leave(complained, Now));
        Assert.Same(complained, LifeCycle.Confirm(complained, Now));

        var again = LifeCycle.Confirm(LifeCycle.Ask(complained, Active.Id, Active.Address, Choice.Default, Now.AddDays(1)), Now.AddDays(1));
        Assert.Equal((SubscriberState.Active, Now.AddDays(1)), (again.State, again.ConsentedAt));
    }

    [Fact]
    public void Write_Allows_Three_Letters_In_Any_24_Hours()
    {
        var subscriber = Pending;
        for (var i = 0; i < 3; i++)
        {
            subscriber = LifeCycle.Write(subscriber, Now.AddHours(i))!;
        }

        Assert.Null(LifeCycle.Write(subscriber, Now.AddHours(3)));
        Assert.NotNull(LifeCycle.Write(subscriber, Now.AddHours(24)));
    }
}
