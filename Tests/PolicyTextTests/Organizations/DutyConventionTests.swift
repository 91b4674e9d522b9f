import Testing

@testable import PolicyText

/// Conventions that a notice states for its brackets (逗号前为牵头单位，下同) hold from where they stand, not before.
struct DutyConventionTests {
    static let rows = ClerkRow.rows(
        """
        // the names before the comma lead
        （省农业农村厅，省财政厅、省商务厅负责。逗号前为牵头单位，下同） | bracket lead 省农业农村厅 ; responsible 省财政厅 省商务厅
        （省农业农村厅、省林草局，省财政厅、省商务厅负责；逗号前为牵头单位，下同） | bracket lead 省农业农村厅 省林草局 ; responsible 省财政厅 省商务厅
        （省农业农村厅，省财政厅按职责分工负责。逗号前为牵头单位，下同）⏎1.培育经营主体。（省商务厅，省财政厅按职责分工负责） | bracket lead 省农业农村厅 ; responsible 省财政厅 & @1. bracket lead 省商务厅 ; responsible 省财政厅
        ⏎1.建设追溯平台。（省农业农村厅，省财政厅负责）⏎2.培育经营主体。（省商务厅，省财政厅负责。逗号前为牵头单位，下同）⏎3.扩大保险覆盖面。（云岭金融监管局，省财政厅负责） | @1. bracket responsible 省农业农村厅 省财政厅 & @2. bracket lead 省商务厅 ; responsible 省财政厅 & @3. bracket lead 云岭金融监管局 ; responsible 省财政厅
        （责任单位：省农业农村厅，省财政厅、省商务厅。逗号前为牵头单位，下同） | bracket lead 省农业农村厅 ; responsible 省财政厅 省商务厅
        // the first of a list leads
        （省农业农村厅、省财政厅、省商务厅负责。列第一位的为牵头单位，下同） | bracket lead 省农业农村厅 ; responsible 省财政厅 省商务厅
        （省农业农村厅、省财政厅等负责，列第一位者为牵头单位，下同）⏎1.培育经营主体。（省商务厅、省财政厅、省农业农村厅等负责） | bracket lead 省农业农村厅 ; responsible+ 省财政厅 & @1. bracket lead 省商务厅 ; responsible+ 省财政厅 省农业农村厅
        （省农业农村厅、省财政厅按职责分工负责，排在第一位的部门为牵头部门，下同）⏎1.培育经营主体。（省商务厅负责） | bracket lead 省农业农村厅 ; responsible 省财政厅 & @1. bracket responsible 省商务厅
        ⏎1.建设追溯平台。（省农业农村厅、省财政厅负责）⏎2.培育经营主体。（省商务厅、省财政厅负责。列第一位的为牵头单位，下同）⏎3.扩大保险覆盖面。（云岭金融监管局、省财政厅负责） | @1. bracket responsible 省农业农村厅 省财政厅 & @2. bracket lead 省商务厅 ; responsible 省财政厅 & @3. bracket lead 云岭金融监管局 ; responsible 省财政厅
        （省农业农村厅、省财政厅负责。列第一位的为牵头单位，下同）⏎1.培育经营主体。（省商务厅牵头，省财政厅配合） | bracket lead 省农业农村厅 ; responsible 省财政厅 & @1. bracket lead 省商务厅 ; cooperate 省财政厅
        （责任单位：省农业农村厅、省财政厅，排第一位的为牵头单位，下同）⏎1.培育经营主体。（责任单位：省商务厅、省农业农村厅） | bracket lead 省农业农村厅 ; responsible 省财政厅 & @1. bracket lead 省商务厅 ; responsible 省农业农村厅
        各项任务中，排在第一位的部门为牵头部门。⏎1.培育经营主体。（责任单位：省商务厅、省农业农村厅） | @1. bracket lead 省商务厅 ; responsible 省农业农村厅
        // the names with a sign lead, wherever in the notice it is said what the sign means
        ⏎1.建平台。（责任单位：省农业农村厅★、省财政厅）⏎2.建库。（责任单位：省财政厅、省商务厅★）⏎3.建网。（省审计厅负责）⏎注：加★为牵头单位。 | @1. bracket lead 省农业农村厅 ; responsible 省财政厅 & @2. bracket responsible 省财政厅 ; lead 省商务厅 & @3. bracket responsible 省审计厅
        以下任务中标“★”的为牵头单位。⏎1.建平台。⏎责任单位：★省农业农村厅、省财政厅 | @1. label lead 省农业农村厅 ; responsible 省财政厅
        （责任单位：省农业农村厅*、省财政厅。带*的为牵头单位，其余为配合单位） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        标★的任务由牵头单位汇总。（责任单位：省农业农村厅★、省财政厅） | bracket responsible 省农业农村厅 省财政厅
        // without a convention the order says nothing
        （省农业农村厅、省财政厅、省商务厅负责） | bracket responsible 省农业农村厅 省财政厅 省商务厅
        （省农业农村厅，省财政厅、省商务厅负责） | bracket responsible 省农业农村厅 省财政厅 省商务厅
        // a body that is named once for all brackets stands in the first alone
        （省农业农村厅指导，各试点县人民政府负责落实；以下均需各试点县人民政府落实，不再列出）⏎1.培育经营主体。（省商务厅指导） | bracket guide 省农业农村厅 ; responsible 各试点县人民政府 & @1. bracket guide 省商务厅
        （省农业农村厅牵头，各市（州）人民政府按职责分工负责。以下任务均需各市（州）人民政府落实，不再列出）⏎1.培育经营主体。（省商务厅负责） | bracket lead 省农业农村厅 ; responsible 各市（州）人民政府 & @1. bracket responsible 省商务厅
        """)

    @Test(arguments: rows) func convention(row: ClerkRow) { expectDuties(row) }
}
