namespace Shop;

/// <summary>Whether payments of test mode pay for orders: only where all payments are simulated.</summary>
public sealed record TestPayments(bool Pay);
