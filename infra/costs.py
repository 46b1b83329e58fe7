#!/usr/bin/env python3
"""Prints the README's table of monthly costs: operations counted per photo, times unit prices.

The prices are assumptions: list prices in US dollars, pay as you go, East US, as known in November 2026.
Change a number and run it again; nothing is fetched.
"""

PHOTO_KB = 400
KEPT_DAYS = 90  # photoRetentionDays
KEPT_MONTHS = 12  # passages and ledger
REVIEWED = 0.15  # of all photos
TELEMETRY_KEPT = 0.20  # after sampling
RECONCILED = 30.4  # times a month, nightly as in main.prod.bicepparam; each asks for every stored photo: 1 unit each, listed by 5,000
SECONDS_A_MONTH = 730 * 3600


def tiers(amount, *steps):
    """Each step is (up to, price each); the last one has no end."""
    total, below = 0.0, 0.0
    for end, price in steps:
        part = max(0.0, min(amount, end) - below)
        total, below = total + part * price, end
    return total


NO_END = float("inf")
MILLION = 1_000_000


def month(photos, overlap):
    """What a month costs; overlap is how many runs share an instance's second."""
    runs = photos * (2 + 3 * REVIEWED) + 1460  # process, save or queue; claim, resolve, save; timers
    gb_seconds = (photos * (1.2 + 1.0) + photos * REVIEWED * 3) * 2 / overlap + 1460 * 30 * 2
    units = photos * 40 + 1460 * 200  # as RequestUnitTests counts them, export included
    stored_gb = photos * KEPT_MONTHS * 2.5e3 / 1e9
    stored = photos * KEPT_DAYS / 30
    reconciled = RECONCILED * stored * (0.25 / MILLION + 0.0625 / 10_000 / 5000)
    photos_gb = stored * PHOTO_KB / 1e6
    telemetry_gb = photos * 16e3 * TELEMETRY_KEPT / 1e9 + 0.5
    calls = photos * REVIEWED * 3 + (50_000 if photos else 0)
    ceiling = max(4000, stored_gb * 10)  # 10 for each GB at least; a tenth of it is always billed
    autoscale = max(ceiling / 10, units * 4 / SECONDS_A_MONTH) / 100 * 730 * 0.012
    return {
        "AI Vision Read: 1 call a photo, 1 % repeated": tiers(photos * 1.01, (MILLION, 0.0015), (NO_END, 0.0006)),
        "Functions: GB-seconds": tiers(gb_seconds, (100_000, 0), (NO_END, 0.000026)),
        "Functions: runs": tiers(runs, (250_000, 0), (NO_END, 0.40 / MILLION)),
        "Photos: storage": photos_gb * 0.023,
        "Photos: 1 write, 2 reads each": photos * (0.0625 + 2 * 0.005) / 10_000 + 0.05,
        "Queue: 3 operations a photo, polling": (photos * 3 + 300_000) * 0.004 / 10_000,
        "Event Grid: 4.3 operations a photo": tiers(photos * (4 + 2 * REVIEWED), (100_000, 0), (NO_END, 0.60 / MILLION)),
        "Cosmos DB serverless: request units": units * 0.25 / MILLION,
        "Cosmos DB: storage": stored_gb * 0.25,
        "Reconciliation, nightly, over all photos kept": reconciled,
        "PostgreSQL B1ms, 32 GB": 0.017 * 730 + 32 * 0.115,
        "Telemetry": tiers(telemetry_gb, (5, 0), (NO_END, 2.30)),
        "Alerts: 5 on metrics, 4 on logs": 5 * 0.10 + 4 * 0.50,
        "API Management: calls": tiers(calls, (MILLION, 0), (NO_END, 3.50 / MILLION)),
        "Traffic out: photos reviewed": tiers(photos * REVIEWED * PHOTO_KB / 1e6, (100, 0), (NO_END, 0.08)),
    }, autoscale


def main():
    cases = [month(0, 1), month(MILLION, 1), month(30 * MILLION, 4)]
    print("| a month, US dollars | idle | 1 M photos | 30 M photos |\n| --- | ---: | ---: | ---: |")
    for line in cases[0][0]:
        print(f"| {line} | " + " | ".join(f"{costs[line]:,.2f}" for costs, _ in cases) + " |")
    totals = [sum(costs.values()) for costs, _ in cases]
    print("| **Total** | " + " | ".join(f"**{total:,.0f}**" for total in totals) + " |")
    print("\nRequest units with autoscale instead of serverless: "
          + ", ".join(f"{autoscale:,.0f}" for _, autoscale in cases))
    print("Reconciliation hourly instead of nightly: " + ", ".join(
        f"{costs['Reconciliation, nightly, over all photos kept'] * 24:,.0f}" for costs, _ in cases))
    print("A thousand photos: " + ", ".join(f"{t / p * 1000:.2f}" for t, p in zip(totals[1:], (MILLION, 30 * MILLION))))


if __name__ == "__main__":
    main()
