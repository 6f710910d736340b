using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Inbox;

public sealed class ErrorTextTests
{
    [TestCase("Cannot write to jane.doe+x@mail.example.com now.", "Cannot write to [address] now.")]
    [TestCase("Card 4242 4242 4242 4242 declined (code 51)", "Card [number] declined (code 51)")]
    [TestCase("Call +49 170 1234567", "Call [number]")]
    [TestCase("Line 1234567 of 12", "Line 1234567 of 12")]
    [TestCase("a\0b", "a\uFFFDb")]
    public void What_names_a_person_is_left_out(string message, string expected) =>
        ErrorText.Of(new InvalidOperationException("outer", new InvalidOperationException(message))).Should().Be(expected);

    [Test]
    public void A_message_that_grows_is_cut_again() =>
        ErrorText.Of(new InvalidOperationException(string.Concat(Enumerable.Repeat("a@b ", 400)))).Length.Should().BeLessThanOrEqualTo(1024);

    [Test]
    public void A_long_message_is_cut() => ErrorText.Of(new InvalidOperationException(new string('x', 5000))).Length.Should().Be(1024);
}
