/// Writes whole numbers as a newspaper spells them: 一千零二十, 十二亿.
package enum ChineseWriter {
  private static let digits = Array("零一二三四五六七八九").map(String.init)
  private static let places = ["", "十", "百", "千"]

  package static func spelled(_ number: Int) -> String {
    if number == 0 { return "零" }
    let text = spelled(number, inside: false)
    return text.hasPrefix("一十") ? String(text.dropFirst()) : text
  }

  /// - Parameter inside: something larger stands before, so that empty places need a 零.
  private static func spelled(_ number: Int, inside: Bool) -> String {
    if number == 0 { return "" }
    for (unit, sign) in [(100_000_000, "亿"), (10_000, "万")] where number >= unit {
      let head = spelled(number / unit, inside: inside && number / unit < 1000)
      let rest = number % unit
      let filler = rest > 0 && rest < unit / 10 ? "零" : ""
      return head + sign + filler + spelled(rest, inside: false)
    }
    return section(number)
  }

  /// A number below 10,000.
  private static func section(_ number: Int) -> String {
    var text = ""
    var isGap = false
    for place in stride(from: 3, through: 0, by: -1) {
      let digit = number / [1, 10, 100, 1000][place] % 10
      if digit == 0 {
        isGap = !text.isEmpty
        continue
      }
      text += (isGap ? "零" : "") + digits[digit] + places[place]
      isGap = false
    }
    return text
  }
}
