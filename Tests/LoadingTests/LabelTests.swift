import TestSupport
import Testing

@Suite("Labels: the noun that says what is counted")
struct LabelTests {
  @Test(
    "Behind the measure word, before the numeral, or of the figure before",
    arguments: [
      Reading("江苏省南通市总工会慰问300名环卫职工。", "环卫职工"), Reading("江苏省南通市总工会建成工会驿站124家。", "工会驿站"),
      Reading("江苏省南通市总工会发放帮扶资金44万元。", "帮扶资金"), Reading("江苏省南通市总工会介绍，调解成功率达98.3%。", "调解成功率"),
      Reading("江苏省南通市总工会收到建议960条，解决944条。", "建议"), Reading("江苏省南通市总工会采购办公椅366把。", "办公椅"),
      Reading("江苏省南通市总工会举办26场招聘会。", "招聘会"),
    ])
  func labels(reading: Reading) throws { try reading.check(\.label) }
}
