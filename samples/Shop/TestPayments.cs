namespace Shop;

/// <summary>
/// Whether payments of test mode pay for orders: where all payments are simulated, or while <c>AcceptTestPayments</c> in the configuration
/// says so.
/// </summary>
public sealed record TestPayments(bool Pay);
