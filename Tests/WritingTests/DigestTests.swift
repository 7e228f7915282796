import FactModel
import Languages
import Testing
import Writing

@Suite("The digest reads well, short or long")
struct DigestTests {
  @Test("A month with one figure")
  func tiny() {
    let figure = entered(fact("440000", .currency("CNY"), .nearly))
    let totals = [total("440000", low: "430000")]
    #expect(text(of: "digest.md", report([figure], totals: totals)) == DigestTests.tinyDigest)
  }

  private static let tinyDigest = """
    # 2025年7月工会数字月报

    ## 本月概览

    - 本月读取2个版面或数据表、7篇报道，得到1个数字，其中1个计入合计，涉及1个省级行政区、1个项目。
    - 资金：各省合计当月近44万元；最大的一个数字是浙江省江山市 · 困难职工帮扶 · 帮扶资金，近44万元（当月）。
    - 没有存疑之处。

    ## 最大的数字

    ### 资金

    1. **浙江省江山市 · 困难职工帮扶 · 帮扶资金：近44万元**（当月；01，第4行）
       > “江山市总工会发放帮扶资金近44万元。”

    ## 分类合计

    ### 资金合计

    | 省份 | 项目 | 时段 | 数字个数 | 合计 | 上下限 |
    | --- | --- | --- | ---: | ---: | ---: |
    | 浙江省 | 困难职工帮扶 | 当月 | 1 | 近44万元 | 43万至44万元 |

    ## 各省情况

    **浙江省**：1个数字，1个计入合计；资金以困难职工帮扶最多，近44万元（当月）。

    ## 方法与核对

    - 当月、当年、累计、每年（每月、每日）的数字互不相加；人与人次互不相加；人数不跨项目相加。
    - 余、超、至少：上不封顶；近、至多：下限取同样精度的前一个数；约：末位有效数字上下各半个单位。
    - 同一数字多处出现只计一次；省级数字已含的市县数字不再相加；其中数不再相加。
    - 事实1 = 计入合计1 + 比率0 + 计划或预计0 + 标准或价格0 + 个案0 + 其中数0 + 重复0 + 已含于另一数字0 + 全国数字0
    - 页面数词1 = 事实1 + 排除0

    """

  @Test("A month without figures says so and lists nothing")
  func empty() {
    let digest = text(of: "digest.md", report())
    #expect(digest.contains("本月读取2个版面或数据表、7篇报道，没有可用的数字。"))
    #expect(digest.split(separator: "\n## ").count == 3)
  }

  @Test("A long list names some and counts the rest")
  func long() {
    let figures = (1...30).map { entered(fact("\($0)", label: "第\($0)笔款")) }
    let totals = (1...30).map { total("\($0)", program: "p\($0)") }
    let digest = text(of: "digest.md", report(figures, totals: totals))
    #expect(digest.contains("第30笔款"))
    #expect(!digest.contains("第25笔款"))
    #expect(digest.contains("另有25个，见 `facts.csv`。"))
    #expect(digest.contains("另有20组，见 `summary.csv`。"))
  }

  @Test("Left-out figures, doubts and exclusions are counted; national figures stand apart")
  func leftOut() {
    let entries = [
      entered(fact()),
      ReportFact(fact: fact("5", status: .planned), span: .month, verdict: .planned),
      ReportFact(fact: fact("70000000", at: .nation), span: .year, verdict: .national),
      ReportFact(fact: fact(), span: .month, verdict: .repeat, reference: 0),
    ]
    let exclusion = Exclusion(
      document: "01", line: 9, column: 3, raw: "7月9日", reason: .date, month: month("2025-07"))
    let digest = text(
      of: "digest.md",
      report(entries, totals: [total("440000")], exclusions: [exclusion], doubts: [doubt(.row, "")])
    )
    #expect(digest.contains("另有计划或预计1个、重复1个、全国数字1个，未计入合计；存疑1处，待核。"))
    #expect(digest.contains("## 全国数字"))
    #expect(digest.contains("**全国 · 困难职工帮扶 · 帮扶资金：7000万元**（当年；01，第4行）"))
    #expect(digest.contains("1. **整行**（01，第4行）：两地相近；现取江山市，也可能是衢州市。"))
    #expect(digest.contains("| 日期时间 | 1 |"))
    #expect(digest.contains("| 计划或预计 | 1 |"))
    #expect(digest.contains("- 页面数词5 = 事实4 + 排除1"))
  }

  @Test("Rates are listed from high to low, with the pooled ones")
  func rates() {
    let entries = ["90", "98.3"].map { value in
      ReportFact(
        fact: fact(value, .percent, kind: .rates, label: "解决率"), span: .month, verdict: .rate)
    }
    let totals = [
      total(nil, .percent, kind: .rates, middle: "94.15", pooled: "96.4", facts: 2)
    ]
    let digest = text(of: "digest.md", report(entries, totals: totals))
    #expect(digest.contains("1. **浙江省江山市 · 困难职工帮扶 · 解决率：98.3%**"))
    #expect(digest.contains("2. **浙江省江山市 · 困难职工帮扶 · 解决率：90%**"))
    #expect(digest.contains("| 浙江省 | 困难职工帮扶 | 当月 | 2 | 96.4% |"))
    #expect(digest.contains("比率2个，不作合计"))
  }

  @Test("Changes stand beside what was read for both months")
  func changes() {
    let key = total("300").key
    let comparison = Comparison(
      range: MonthRange(month("2025-07")), key: key, value: amount("300"),
      previous: Comparison.Change(
        coverage: Coverage(pages: 1, articles: 3, facts: 9), base: amount("200"),
        difference: amount("100"), percent: amount("50"), presence: .both),
      yearAgo: Comparison.Change(), standing: nil, coverage: Coverage())
    let digest = text(of: "digest.md", report([entered(fact())]), [comparison])
    #expect(digest.contains("### 与上月相比（2025年6月）"))
    #expect(digest.contains("本月2个版面、7篇报道、1个数字；2025年6月1个版面、3篇报道、9个数字。"))
    #expect(digest.contains("| 浙江省 | 困难职工帮扶 | 资金 | 当月 | 200元 | 300元 | +100元 | +50 |"))
    #expect(!digest.contains("与去年同月相比"))
  }

  @Test("Hostile page text neither breaks a table nor runs")
  func hostile() {
    let evil = "<img src=x onerror=alert(1)>|\n## 假标题 [点](javascript:x) `"
    let unit = Unit.item(evil)
    let bad = Division(code: 330_881, name: evil, province: evil)
    let figure = entered(
      fact(
        "5", unit, kind: .counts, label: evil, at: bad, program: evil, document: evil, raw: evil,
        headline: evil, sentence: evil))
    let rate = ReportFact(
      fact: fact("5", .percent, kind: .rates, label: evil, at: bad, program: evil, sentence: evil),
      span: .month, verdict: .rate)
    let province = Division(code: 330_000, name: evil, province: evil)
    let totals = [total("5", unit, kind: .counts, at: province, program: evil, low: "4")]
    var worry = doubt(.place, evil, other: evil)
    worry.chosen = evil
    worry.message = Wording(verbatim: evil)
    let digest = text(
      of: "digest.md", report([figure, rate], totals: totals, doubts: [worry]))
    #expect(!digest.contains("<"))
    #expect(!digest.contains("\n## 假标题"))
    #expect(!digest.contains("[点]("))
    for line in digest.split(separator: "\n") where line.hasPrefix("| ") {
      let bars = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect([3, 7].contains(bars), "\(line)")
    }
  }
}
