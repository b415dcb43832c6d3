//! Draws one numbered line of the chain: its name, its formula, its result.

use yew::prelude::*;

use crate::ui::points::in_columns;

/// A line of the chain.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LineProps {
    /// The `id` of the result's element.
    pub(crate) id: AttrValue,
    /// Whether it is a total, which has no number.
    #[prop_or_default]
    pub(crate) is_total: bool,
    pub(crate) title: AttrValue,
    /// The result; `None` while something is missing.
    #[prop_or_default]
    pub(crate) result: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) formula: Option<AttrValue>,
    /// The inputs, in place.
    #[prop_or_default]
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Line(props: &LineProps) -> Html {
    let total = props.is_total.then_some("pay-line--total");
    html! {
        <li class={classes!("pay-line", total)}>
            <span class="pay-line__number"></span>
            <div>
                <div class="pay-line__head">
                    <h3 class="pay-line__title">{ &props.title }</h3>
                    <span class="pay-line__result" id={&props.id}>{ props.result.as_deref().map_or_else(|| "–".into(), in_columns) }</span>
                </div>
                if let Some(formula) = &props.formula {
                    <p class="pay-line__formula" id={format!("{}-formula", props.id)}>{ formula }</p>
                }
                <div class="pay-line__fields">{ props.children.clone() }</div>
            </div>
        </li>
    }
}
