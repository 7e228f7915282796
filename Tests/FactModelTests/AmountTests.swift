import FactModel
import Foundation
import TestSupport
import Testing

@Suite("Amounts are exact decimals")
struct AmountTests {
  @Test(
    "What is printed is what was read, without needless zeros",
    arguments: [
      ("0", "0"), ("440000", "440000"), ("98.3", "98.3"), ("98.30", "98.3"), ("-0.5", "-0.5"),
      ("0.0001", "0.0001"), ("-0.0001", "-0.0001"), ("007", "7"), ("12.3400000", "12.34"),
      ("922337203685477.5807", "922337203685477.5807"),
      ("-922337203685477.5807", "-922337203685477.5807"),
    ])
  func parsesAndPrints(text: String, printed: String) throws {
    let amount = try #require(Amount(parsing: text))
    #expect(amount.description == printed)
    #expect(Amount(printed) == amount)
  }

  @Test(
    "Anything but plain decimal text is refused",
    arguments: [
      "", "-", ".", ".5", "5.", "1.2.3", "1,000", "+5", "1e5", " 5", "5 ", "--5", "5-", "１２",
      "0.00001",
      "922337203685477.5808", "99999999999999999999", "abc",
    ])
  func refuses(text: String) {
    #expect(Amount(parsing: text) == nil)
  }

  @Test("Sums, differences and products that leave the range are nil")
  func overflow() throws {
    let most = Amount(tenThousandths: .max)
    let least = Amount(tenThousandths: .min)
    let one = try #require(Amount(whole: 1))
    #expect(most.adding(one) == nil)
    #expect(least.subtracting(one) == nil)
    #expect(most.multiplied(by: 2) == nil)
    #expect(Amount(whole: .max) == nil)
    #expect(most.adding(.zero) == most)
    #expect(most.subtracting(one)?.adding(one) == most)
    #expect(least.description == "-922337203685477.5808")
  }

  @Test(
    "Ratios are rounded half away from zero, at the places asked for",
    arguments: [
      ("944", "960", 100, 2, "98.33"), ("1", "3", 100, 2, "33.33"), ("2", "3", 100, 2, "66.67"),
      ("1", "8", 1, 2, "0.13"), ("-1", "8", 1, 2, "-0.13"), ("1", "8", 1, 4, "0.125"),
      ("5", "1000", 1, 2, "0.01"), ("49", "10000", 1, 2, "0"), ("1", "2", 1, 0, "1"),
      ("-1", "2", 1, 0, "-1"), ("1", "-3", 100, 1, "-33.3"), ("0", "7", 100, 2, "0"),
    ])
  func ratio(top: String, bottom: String, factor: Int64, places: Int, expected: String) throws {
    let numerator = try #require(Amount(top))
    let denominator = try #require(Amount(bottom))
    let ratio = Amount.ratio(numerator, to: denominator, times: factor, places: places)
    #expect(ratio?.description == expected)
  }

  @Test("A ratio to zero, or beyond the range, is nil")
  func noRatio() throws {
    let one = try #require(Amount(whole: 1))
    #expect(Amount.ratio(one, to: .zero) == nil)
    #expect(Amount.ratio(Amount(tenThousandths: .max), to: Amount(tenThousandths: 1)) == nil)
  }

  @Test("Foundation's Decimal, the slow twin, agrees", arguments: [1, 2, 3] as [UInt64])
  func agreesWithDecimal(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let left = Amount(
        tenThousandths: .random(in: -1_000_000_000_000...1_000_000_000_000, using: &random))
      let right = Amount(tenThousandths: .random(in: -9_999_999...9_999_999, using: &random))
      let decimals = (try decimal(left), try decimal(right))
      let sum = try #require(left.adding(right))
      let difference = try #require(left.subtracting(right))
      #expect(try decimal(sum) == decimals.0 + decimals.1, "seed \(seed)")
      #expect(try decimal(difference) == decimals.0 - decimals.1, "seed \(seed)")
      #expect((left < right) == (decimals.0 < decimals.1), "seed \(seed)")
      #expect(Amount(parsing: left.description) == left, "seed \(seed)")
      if right == .zero { continue }
      var exact = decimals.0 * 100 / decimals.1
      var rounded = Decimal()
      NSDecimalRound(&rounded, &exact, 2, .plain)
      let ratio = try #require(Amount.ratio(left, to: right, times: 100))
      #expect(try decimal(ratio) == rounded, "seed \(seed): \(left) / \(right)")
    }
  }

  private func decimal(_ amount: Amount) throws -> Decimal {
    try #require(Decimal(string: amount.description, locale: Locale(identifier: "en_US_POSIX")))
  }

  @Test(
    "The median of an even number is the mean of the middle two, half up",
    arguments: [
      ([], nil), ([5], 5), ([1, 2], 2), ([1, 4], 3), ([-2, -1], -2), ([1, 2, 9], 2),
      ([1, 2, 5, 9], 4), ([.max, .max], .max),
    ] as [([Int64], Int64?)])
  func median(values: [Int64], expected: Int64?) {
    let amounts = values.map(Amount.init(tenThousandths:))
    #expect(Amount.median(ofAscending: amounts)?.tenThousandths == expected)
  }
}
