using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Manual;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.ManualPayments;

public sealed class ManualPaymentTests
{
    private static readonly DateTimeOffset Now = FixedClock.Epoch;
    private static readonly DateTimeOffset Later = Now.AddDays(3);
    private static readonly DateTimeOffset Due = Now.AddDays(30);
    private static readonly ManualPayment Pending = SampleLetter.Open("usd");

    private static readonly Dictionary<string, ManualPayment> InState = new()
    {
        ["pending_manual"] = Pending,
        ["succeeded"] = Pending.MarkReceived(20m, "USD", "ada", Later),
        ["manual_canceled"] = Pending.Cancel("ada", Later),
        ["manual_expired"] = Pending.Expire(Due),
        ["manual_revoked"] = Pending.MarkReceived(20m, "USD", "ada", Later).Revoke("ada", Later),
    };

    private static readonly Dictionary<string, Func<ManualPayment, ManualPayment>> Steps = new()
    {
        ["succeeded"] = payment => payment.MarkReceived(20m, "USD", "ada", Later),
        ["manual_canceled"] = payment => payment.Cancel("ada", Later),
        ["manual_expired"] = payment => payment.Expire(Due),
        ["manual_revoked"] = payment => payment.Revoke("ada", Later),
        ["pending_manual"] = payment => payment.Reopen("ada", Later),
    };

    private static readonly HashSet<(string From, string To)> Possible =
    [
        ("pending_manual", "succeeded"), ("pending_manual", "manual_canceled"), ("pending_manual", "manual_expired"),
        ("succeeded", "manual_revoked"),
        ("manual_expired", "pending_manual"),
    ];

    public static IEnumerable<TestCaseData> EveryStepFromEveryState => InState.Keys.SelectMany(from => Steps.Keys.Select(to => new TestCaseData(from, to)));

    [Test]
    public void A_new_payment_waits_thirty_days_for_its_letter()
    {
        Pending.Status.Should().Be(PaymentStatus.PendingManual);
        (Pending.OrderId, Pending.CustomerRef).Should().Be(("order-1", "user_42"));
        (Pending.ExpectedAmount, Pending.Currency).Should().Be((20m, "USD"));
        (Pending.CreatedAt, Pending.ExpiresAt).Should().Be((Now, Due));
        (Pending.Version, Pending.Receipt, Pending.AmountMatch, Pending.Difference).Should().Be((1, null, AmountMatch.None, null));
        Pending.Changes.Should().BeEmpty();
        Pending.ReferenceCode.Value.Should().StartWith("SHOP-");
    }

    [Test]
    public void Code_and_lifetime_are_the_merchants()
    {
        var code = new ReferenceCodeFormat("SHOP", 6).Create();
        var payment = ManualPayment.Create(
            new() { OrderId = "order-1", ExpectedAmount = 50m, Currency = "GOLDBACK", ReferenceCode = code, Lifetime = TimeSpan.FromDays(10) }, new FixedClock());

        (payment.ReferenceCode, payment.ExpiresAt, payment.Currency).Should().Be((code, Now.AddDays(10), "GOLDBACK"));
    }

    [TestCase(" ", "20", "USD", 1)]
    [TestCase("order-1", "0", "USD", 1)]
    [TestCase("order-1", "-0.01", "USD", 1)]
    [TestCase("order-1", "20", "", 1)]
    [TestCase("order-1", "20", "U$D", 1)]
    [TestCase("order-1", "20", "TWENTYONELETTERSLONGX", 1)]
    [TestCase("order-1", "20", "USD", 0)]
    [TestCase("order-1", "20", "USD", -1)]
    [TestCase("order-1", "20", "USD", 10_000_000)]
    public void Impossible_terms_are_refused(string orderId, string amount, string currency, int days) =>
        FluentActions.Invoking(() => ManualPayment.Create(
                new()
                {
                    OrderId = orderId,
                    ExpectedAmount = Parse(amount),
                    Currency = currency,
                    ReferenceCode = new ReferenceCodeFormat("SHOP", 4).Create(),
                    Lifetime = TimeSpan.FromDays(days),
                },
                new FixedClock()))
            .Should().Throw<ArgumentException>();

    [Test]
    public void An_empty_code_is_refused() =>
        FluentActions.Invoking(() => ManualPayment.Create(new() { OrderId = "order-1", ExpectedAmount = 20m, Currency = "USD", ReferenceCode = default }))
            .Should().Throw<ArgumentException>().WithMessage("*CreateUnique*");

    [TestCaseSource(nameof(EveryStepFromEveryState))]
    public void Only_the_documented_steps_are_possible(string from, string to)
    {
        var before = InState[from];

        if (Possible.Contains((from, to)))
        {
            var after = Steps[to](before);
            after.Status.Value.Should().Be(to);
            after.Version.Should().Be(before.Version + 1);
            after.Changes.Should().HaveCount(before.Changes.Count + 1);
        }
        else
        {
            var refusal = FluentActions.Invoking(() => Steps[to](before)).Should().Throw<ManualPaymentTransitionException>().Which;
            (refusal.From.Value, refusal.To.Value).Should().Be((from, to));
            refusal.Message.Should().Contain($"from {from} to {to}");
        }

        before.Status.Value.Should().Be(from, "a value does not change");
    }

    [Test]
    public void Who_confirmed_and_when_is_kept_even_when_it_is_undone()
    {
        var revoked = Pending.MarkReceived(20m, "usd", "ada", Later.ToOffset(TimeSpan.FromHours(2)))
            .Revoke("grace", Later.AddDays(1), "counterfeit");

        (revoked.Receipt!.By, revoked.Receipt.At, revoked.Receipt.Amount).Should().Be(("ada", Later, 20m));
        revoked.Changes.Select(change => (change.Status.Value, change.At, change.By, change.Reason)).Should().Equal(
            ("succeeded", Later, "ada", null), ("manual_revoked", Later.AddDays(1), "grace", "counterfeit"));
        revoked.Changes.Should().OnlyContain(change => change.At.Offset == TimeSpan.Zero);
    }

    [TestCase("20", "usd", AmountMatch.Exact, "0")]
    [TestCase("20.000", "USD", AmountMatch.Exact, "0")]
    [TestCase("19.99", "USD", AmountMatch.Below, "-0.01")]
    [TestCase("20.01", "USD", AmountMatch.Above, "0.01")]
    [TestCase("20", "EUR", AmountMatch.OtherCurrency, null)]
    public void What_came_is_compared_with_what_was_expected(string amount, string currency, AmountMatch match, string? difference)
    {
        var comparison = Pending.Compare(Parse(amount), currency);

        (comparison.Match, comparison.Difference).Should().Be((match, difference is null ? null : Parse(difference)));
    }

    [TestCase("19.99", AmountMatch.Below)]
    [TestCase("20.01", AmountMatch.Above)]
    public void Another_amount_is_reported_and_taken_only_when_somebody_accepts_it(string amount, AmountMatch match)
    {
        var report = FluentActions.Invoking(() => Pending.MarkReceived(Parse(amount), "USD", "ada", Later))
            .Should().Throw<ManualPaymentAmountException>().Which;
        var accepted = Pending.MarkReceived(Parse(amount), "USD", "ada", Later, acceptDifference: true);

        report.Comparison.Should().Be(new AmountComparison(match, Parse(amount) - 20m));
        report.Message.Should().Contain(match.ToString().ToLowerInvariant());
        (accepted.Status, accepted.AmountMatch, accepted.Difference).Should().Be((PaymentStatus.Succeeded, match, Parse(amount) - 20m));
        accepted.Receipt!.Amount.Should().Be(Parse(amount));
        Pending.Status.Should().Be(PaymentStatus.PendingManual);
    }

    [Test]
    public void An_exact_amount_needs_no_acceptance([Values] bool acceptDifference)
    {
        var received = Pending.MarkReceived(20.0m, "USD", "ada", Later, acceptDifference);

        (received.AmountMatch, received.Difference).Should().Be((AmountMatch.Exact, 0m));
    }

    [Test]
    public void Another_currency_is_never_taken([Values] bool acceptDifference) =>
        FluentActions.Invoking(() => Pending.MarkReceived(20m, "EUR", "ada", Later, acceptDifference))
            .Should().Throw<ManualPaymentAmountException>().Which.Comparison.Match.Should().Be(AmountMatch.OtherCurrency);

    [Test]
    public void Nothing_and_less_than_nothing_is_never_taken([Values("0", "-20", "-0.01")] string amount, [Values] bool acceptDifference)
    {
        FluentActions.Invoking(() => Pending.MarkReceived(Parse(amount), "USD", "ada", Later, acceptDifference)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Pending.Compare(Parse(amount), "USD")).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void Somebody_stands_for_every_step_but_an_expiry([Values(null, "", " ")] string? by)
    {
        FluentActions.Invoking(() => Pending.MarkReceived(20m, "USD", by!, Later)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Pending.Cancel(by!, Later)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => InState["succeeded"].Revoke(by!, Later)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => InState["manual_expired"].Reopen(by!, Due)).Should().Throw<ArgumentException>();
    }

    [Test]
    public void A_wrong_step_counts_more_than_a_wrong_amount() =>
        FluentActions.Invoking(() => InState["manual_canceled"].MarkReceived(1m, "EUR", "ada", Later)).Should().Throw<ManualPaymentTransitionException>();

    [Test]
    public void A_payment_is_expired_from_the_instant_it_is_due_whether_or_not_that_was_written_down()
    {
        var justBefore = Due.AddTicks(-1);

        Pending.GetStatusAt(justBefore).Should().Be(PaymentStatus.PendingManual);
        Pending.GetStatusAt(Due).Should().Be(PaymentStatus.ManualExpired);
        Pending.MarkReceived(20m, "USD", "ada", justBefore).Status.Should().Be(PaymentStatus.Succeeded);
        FluentActions.Invoking(() => Pending.MarkReceived(20m, "USD", "ada", Due)).Should().Throw<ManualPaymentTransitionException>()
            .WithMessage("*reopen*").Which.From.Should().Be(PaymentStatus.ManualExpired);
        FluentActions.Invoking(() => Pending.Cancel("ada", Due)).Should().Throw<ManualPaymentTransitionException>();
        FluentActions.Invoking(() => Pending.Expire(justBefore)).Should().Throw<ManualPaymentTransitionException>().WithMessage("*cancel*");
    }

    [Test]
    public void A_received_payment_does_not_expire() => InState["succeeded"].GetStatusAt(Due.AddYears(1)).Should().Be(PaymentStatus.Succeeded);

    [Test]
    public void A_late_letter_is_received_after_an_explicit_reopening([Values] bool wasExpiryWritten)
    {
        var late = Due.AddDays(5);
        var reopened = (wasExpiryWritten ? Pending.Expire(Due) : Pending).Reopen("ada", late, TimeSpan.FromDays(1), "letter was in the drawer");

        (reopened.Status, reopened.ExpiresAt).Should().Be((PaymentStatus.PendingManual, late.AddDays(1)));
        var received = reopened.MarkReceived(20m, "USD", "ada", late);
        received.Status.Should().Be(PaymentStatus.Succeeded);
        received.Changes[^2].Should().Match<ManualPaymentChange>(change =>
            change.By == "ada" && change.Reason == "letter was in the drawer" && change.ExpiresAt == late.AddDays(1));
    }

    [Test]
    public void A_reopened_payment_expires_again()
    {
        var reopened = InState["manual_expired"].Reopen("ada", Due);

        reopened.ExpiresAt.Should().Be(Due.AddDays(30));
        reopened.Expire(Due.AddDays(30)).Status.Should().Be(PaymentStatus.ManualExpired);
    }

    [Test]
    public void The_list_of_changes_cannot_be_changed_from_outside()
    {
        var changes = (IList<ManualPaymentChange>)InState["succeeded"].Changes;

        changes.IsReadOnly.Should().BeTrue();
        FluentActions.Invoking(() => changes[0] = changes[0] with { }).Should().Throw<NotSupportedException>();
    }

    [Test]
    public void Of_two_clicks_the_second_loses_where_the_version_is_compared()
    {
        var store = Pending;
        bool Save(ManualPayment read, ManualPayment changed)
        {
            if (store.Version != read.Version)
            {
                return false;
            }

            store = changed;
            return true;
        }

        var (first, second) = (store, store);
        Save(first, first.MarkReceived(20m, "USD", "ada", Later)).Should().BeTrue();
        Save(second, second.Cancel("grace", Later)).Should().BeFalse();

        store.Status.Should().Be(PaymentStatus.Succeeded);
        FluentActions.Invoking(() => store.Cancel("grace", Later)).Should().Throw<ManualPaymentTransitionException>();
    }

    [Test]
    public void The_text_of_a_payment_tells_nobody_and_nothing()
    {
        InState["succeeded"].ToString().Should().Be("ManualPayment succeeded");
        InState["succeeded"].Receipt!.ToString().Should().NotContain("ada").And.NotContain("20.0");
    }

    [Test]
    public void The_buyer_is_shown_what_the_Cloud_would_show()
    {
        var checkout = Pending.ToCheckout("Loop & Thread\nPO Box 1", "Wrap it in paper.");

        checkout.Should().BeEquivalentTo(new ManualCheckout
        {
            Provider = PaymentProvider.Manual,
            TransactionId = Pending.ReferenceCode.Value,
            ReferenceCode = Pending.ReferenceCode.Value,
            MailingAddress = "Loop & Thread\nPO Box 1",
            ExpectedAmount = 20m,
            ExpectedCurrency = "USD",
            Instructions = "Wrap it in paper.",
        });
        FluentActions.Invoking(() => Pending.ToCheckout(" ")).Should().Throw<ArgumentException>();
    }

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
