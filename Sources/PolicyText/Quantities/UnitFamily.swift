/// What a unit measures.
public enum UnitFamily: String, Sendable, Hashable, CaseIterable {
    /// Measure words: 个, 家, 件, 人次.
    case count
    /// 元, 美元, 港元.
    case money
    /// 米, 公里.
    case length
    /// 亩, 公顷, 平方米.
    case area
    /// 吨, 公斤, 吨标准煤.
    case mass
    /// 千瓦时, 焦.
    case energy
    /// 千瓦, 兆瓦.
    case power
    /// 立方米, 升.
    case volume
    /// %, ‰, 个百分点, 倍.
    case share
    /// A unit per another: 件/年, 元/吨.
    case rate
    /// 年, 个月, 工作日, 小时.
    case time
    /// 字节, GB, Mbps.
    case data
    /// ℃, 度, 伏 and other technical units.
    case technical
}
